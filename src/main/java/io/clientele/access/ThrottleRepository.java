package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Failures for each login name and kind of caller, whether anybody has that name or not. */
@ApplicationScoped
class ThrottleRepository {

    private static final String ADMIT = """
            insert into sign_in_throttle as t (subject_type, login_key, failures, expires_at) values (?, ?, 1, ?)
            on conflict (subject_type, login_key) do update
            set failures = case when t.expires_at <= ? then 1 else t.failures + 1 end, expires_at = excluded.expires_at
            where t.failures < ? or t.expires_at <= ?""";
    private static final String FULL =
            "select 1 from sign_in_throttle where subject_type = ? and login_key = ? and failures >= ? and expires_at > ?";
    private static final String CLEAR = "delete from sign_in_throttle where subject_type = ? and login_key = ?";
    private static final String CLEAR_ALL =
            "delete from sign_in_throttle where subject_type = ? and login_key = any (?)";
    private static final String REMOVE_EXPIRED = """
            delete from sign_in_throttle where (subject_type, login_key) in
            (select subject_type, login_key from sign_in_throttle where expires_at < ?
             order by expires_at limit ? for update skip locked)""";

    private final Database database;

    ThrottleRepository(Database database) {
        this.database = database;
    }

    /** Counts one failure in advance; false when the login name has reached the limit and must wait. */
    boolean admit(Caller.Type type, String loginKey, Instant at, int most, Duration wait) {
        return database.run(SqlFragment.of(ADMIT, type.number(), loginKey, at.plus(wait), at, most, at)) == 1;
    }

    /** Whether the login name has reached the limit. */
    boolean isFull(Caller.Type type, String loginKey, Instant at, int most) {
        return database.first(SqlFragment.of(FULL, type.number(), loginKey, most, at), row -> true)
                .isPresent();
    }

    void clear(Caller.Type type, String loginKey) {
        database.run(SqlFragment.of(CLEAR, type.number(), loginKey));
    }

    void clear(Caller.Type type, String[] loginKeys) {
        database.run(SqlFragment.of(CLEAR_ALL, type.number(), loginKeys));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }
}
