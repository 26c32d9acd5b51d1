package io.clientele.customer.life;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Requests for a password reset, by who asked for what. */
@ApplicationScoped
class ResetRequestRepository {

    private static final String REMOVE = """
            delete from reset_request where id in
            (select id from reset_request where requested_at < ? order by requested_at limit ? for update skip locked)""";

    private final Database database;

    ResetRequestRepository(Database database) {
        this.database = database;
    }

    /** Lets one request of the kind at a time be counted, on all instances; ends with the transaction. */
    void lock(byte[] requester) {
        database.list(
                SqlFragment.of(
                        "select pg_advisory_xact_lock(?)",
                        ByteBuffer.wrap(requester).getLong()),
                row -> 0);
    }

    int count(byte[] requester, Instant since) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) from reset_request where requester = ? and requested_at > ?",
                                requester,
                                since),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    void add(byte[] requester, Instant at) {
        database.run(
                SqlFragment.of("insert into reset_request (requester, requested_at) values (?, ?)", requester, at));
    }

    int removeBefore(Instant moment, int atMost) {
        return database.run(SqlFragment.of(REMOVE, moment, atMost));
    }
}
