package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Moments at which somebody did something that is limited, so that all instances count together and no window has an
 * edge to gather at. Each statement decides by itself. Call it outside transactions: what was counted must stay counted.
 */
@ApplicationScoped
class RateWindowRepository {

    private static final String ADD = """
            with now as (select cast(? as timestamptz) as at, cast(? as timestamptz) as earliest,
                                cast(? as timestamptz) as latest)
            insert into rate_window as r (scope, subject, hits, expires_at)
            select ?, ?, array[at], latest from now
            on conflict (scope, subject) do update
            set hits = array(select h from unnest(r.hits) h, now where h > earliest and h < latest order by h)
                       || excluded.hits,
                expires_at = excluded.expires_at
            where (select count(*) from unnest(r.hits) h, now where h > earliest and h < latest) < ?
            returning cardinality(hits) as used, hits[1] as oldest""";
    // The hit that has to leave the window before another one fits in.
    private static final String FULL = """
            select h from rate_window r, unnest(r.hits) h
            where r.scope = ? and r.subject = ? and h > ? and h < ? order by h desc offset ? limit 1""";
    private static final String TAKE_BACK = """
            update rate_window set hits = hits[:array_position(hits, cast(? as timestamptz)) - 1]
                                       || hits[array_position(hits, cast(? as timestamptz)) + 1:]
            where scope = ? and subject = ? and array_position(hits, cast(? as timestamptz)) is not null""";
    private static final String CLEAR = "delete from rate_window where scope = ? and subject = ?";
    private static final String REMOVE_EXPIRED = """
            delete from rate_window where (scope, subject) in
            (select scope, subject from rate_window where expires_at < ? order by expires_at limit ?
             for update skip locked)""";

    private final Database database;

    RateWindowRepository(Database database) {
        this.database = database;
    }

    /**
     * How full the window is after a hit was added.
     *
     * @param used the hits in it
     * @param oldest the one that leaves it first
     */
    record Fill(int used, Instant oldest) {}

    /** Adds a hit; empty, and nothing added, when the window holds as many as it may. */
    Optional<Fill> add(RateLimit limit, String subject, Instant at) {
        Instant moment = stored(at);
        return database.first(
                SqlFragment.of(
                        ADD,
                        moment,
                        moment.minus(limit.window()),
                        moment.plus(limit.window()),
                        limit.scope(),
                        subject,
                        limit.most()),
                row -> new Fill(row.getInt("used"), row.getTimestamp("oldest").toInstant()));
    }

    /** How long until another hit fits in; empty when one does now. */
    Optional<Duration> wait(RateLimit limit, String subject, Instant at) {
        return database.first(
                        SqlFragment.of(
                                FULL,
                                limit.scope(),
                                subject,
                                at.minus(limit.window()),
                                at.plus(limit.window()),
                                limit.most() - 1),
                        row -> row.getTimestamp("h").toInstant())
                .map(hit -> Duration.between(at, hit.plus(limit.window())));
    }

    /** Takes back the hit that was added at the moment. */
    void takeBack(RateLimit limit, String subject, Instant at) {
        Instant moment = stored(at);
        database.run(SqlFragment.of(TAKE_BACK, moment, moment, limit.scope(), subject, moment));
    }

    void clear(String scope, String subject) {
        database.run(SqlFragment.of(CLEAR, scope, subject));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
