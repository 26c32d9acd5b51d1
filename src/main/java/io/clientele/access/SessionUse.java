package io.clientele.access;

import io.clientele.shared.Recurring;
import io.clientele.shared.sql.DatabaseFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Remembers when sessions were used and writes it down once a minute, many at a time: a request costs one entry in
 * memory, and a session is written at most once a minute by an instance.
 */
@ApplicationScoped
class SessionUse {

    private static final Logger LOG = Logger.getLogger(SessionUse.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;
    private static final int BATCH = 1_000;

    private final Map<Long, Long> used = new ConcurrentHashMap<>();
    private final SessionRepository repository;
    private final Clock clock;

    SessionUse(SessionRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "note when sessions were used", this::write);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            write();
        } catch (DatabaseFailure e) {
            LOG.debug("the last use of sessions is not written", e);
        }
    }

    /** More sessions than can be remembered in a minute are not noted. */
    void note(long sessionId) {
        if (used.size() < REMEMBERED) {
            used.put(sessionId, clock.millis());
        }
    }

    /** Forgets what it has written, and keeps the rest for the next time. */
    void write() {
        while (!used.isEmpty()) {
            Map<Long, Long> batch = new HashMap<>();
            used.entrySet().stream().limit(BATCH).forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
            repository.noteUse(batch);
            // Used again meanwhile: that moment is for the next time.
            if (batch.entrySet().stream()
                            .filter(e -> used.remove(e.getKey(), e.getValue()))
                            .count()
                    == 0) {
                return;
            }
        }
    }
}
