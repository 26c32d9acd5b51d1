package io.clientele.event;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.Arc;
import java.time.Instant;

/** Messages of the outbox that no feature would leave behind. */
public final class OutboxFixture {

    private OutboxFixture() {}

    /** The id of a parked message of a topic that nobody handles. */
    public static String parked() {
        return Arc.container()
                .instance(Database.class)
                .get()
                .first(
                        SqlFragment.of(
                                "insert into outbox (topic, key, payload, created_at, due_at, parked_at)"
                                        + " values ('nobodys', '', '{}', ?, ?, ?) returning id",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                Instant.EPOCH),
                        row -> row.getString(1))
                .orElseThrow();
    }
}
