package io.clientele.event.kafka;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code kafka_progress}. */
@ApplicationScoped
class KafkaProgressRepository {

    private static final String ADD =
            "insert into kafka_progress (topic, position) values (?, ?) on conflict (topic) do nothing";
    // Whoever holds it already may take it again: the runner that held it has ended.
    private static final String TAKE = """
            update kafka_progress set holder = ?, held_until = ?
            where topic = ? and (holder is null or holder = ? or held_until < ?) returning position""";
    private static final String KEEP =
            "update kafka_progress set position = ?, held_until = ? where topic = ? and holder = ?";
    private static final String RELEASE =
            "update kafka_progress set holder = null, held_until = null where topic = ? and holder = ?";

    private final Database database;

    @Inject
    KafkaProgressRepository(Database database) {
        this.database = database;
    }

    boolean isKnown(String topic) {
        return database.first(SqlFragment.of("select 1 from kafka_progress where topic = ?", topic), row -> true)
                .isPresent();
    }

    void add(String topic, long position) {
        database.run(SqlFragment.of(ADD, topic, position));
    }

    /** The place of the topic, which is this holder's now until the moment; empty when somebody else holds it. */
    Optional<Long> take(String topic, UUID holder, Instant now, Instant until) {
        return database.first(SqlFragment.of(TAKE, holder, until, topic, holder, now), row -> row.getLong(1));
    }

    /** Writes the place down and holds it until the moment; false when it is somebody else's by now. */
    boolean keep(String topic, long position, UUID holder, Instant until) {
        return database.run(SqlFragment.of(KEEP, position, until, topic, holder)) == 1;
    }

    void release(String topic, UUID holder) {
        database.run(SqlFragment.of(RELEASE, topic, holder));
    }
}
