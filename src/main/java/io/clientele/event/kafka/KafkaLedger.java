package io.clientele.event.kafka;

import io.clientele.event.EventReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Up to where all events are in the topic, as it survives a kill. One instance at a time sends; it holds the topic for some seconds,
 * so that another one goes on when it is gone.
 */
@ApplicationScoped
class KafkaLedger {

    /** How long the topic is held at a time. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final KafkaProgressRepository progress;
    private final KafkaConfig config;
    private final EventReader feed;
    private final Clock clock;

    /** This instance. */
    private final UUID holder = UUID.randomUUID();

    /** The topic has its row, which is never taken away. */
    private volatile boolean known;

    @Inject
    KafkaLedger(KafkaProgressRepository progress, KafkaConfig config, EventReader feed, Clock clock) {
        this.progress = progress;
        this.config = config;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Takes the topic unless another instance holds it. One that is new begins with the oldest event that is kept.
     *
     * @return up to where its events are sent
     */
    @Transactional
    public Optional<Long> take() {
        if (!known) {
            known = progress.isKnown(config.topic());
            if (!known) {
                progress.add(config.topic(), feed.settle().removed());
            }
        }
        Instant now = clock.instant();
        return progress.take(config.topic(), holder, now, now.plus(LEASE));
    }

    /** Writes down up to where events are sent, and holds the topic on; false when it is not this instance's any more. */
    @Transactional
    public boolean keep(long position) {
        return progress.keep(config.topic(), position, holder, clock.instant().plus(LEASE));
    }

    @Transactional
    public void release() {
        progress.release(config.topic(), holder);
    }
}
