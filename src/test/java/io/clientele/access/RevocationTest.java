package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A second instance beside the running one: what the one revokes, the other must notice within a second. */
@QuarkusTest
class RevocationTest {

    private static final long SECOND = 1_000_000_000L;

    @Inject
    Database database;

    @Inject
    TokenRepository repository;

    @Inject
    Tokens tokens;

    @Inject
    Clock clock;

    @Test
    void another_instance_stops_accepting_within_a_second() {
        Other other = new Other();
        for (int i = 0; i < 20; i++) {
            long session = session(7_000 + i);
            assertThat(other.accepts(session)).isTrue();
            assertThat(other.accepts(session)).isTrue();
            tokens.revoke(session);
            assertThat(other.refusesWithinASecond(session)).as("round %s", i).isTrue();
        }
        other.watch.stop(new io.quarkus.runtime.ShutdownEvent());
    }

    @Test
    void a_revocation_that_commits_late_is_not_missed() throws InterruptedException {
        Other other = new Other();
        long slow = session(7_101);
        long quick = session(7_102);
        assertThat(other.accepts(slow)).isTrue();
        CountDownLatch revoked = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread transaction = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    tokens.revoke(slow);
                    revoked.countDown();
                    await(commit);
                }));
        revoked.await();
        // A later transaction is noticed first, so that the watch has gone past the one that is still open.
        tokens.revoke(quick);
        assertThat(other.refusesWithinASecond(quick)).isTrue();
        assertThat(other.accepts(slow)).isTrue();
        commit.countDown();
        transaction.join();
        assertThat(other.refusesWithinASecond(slow)).isTrue();
        other.watch.stop(new io.quarkus.runtime.ShutdownEvent());
    }

    @Test
    void what_is_rolled_back_revokes_nothing() {
        long session = session(7_201);
        QuarkusTransaction.begin();
        tokens.revoke(session);
        QuarkusTransaction.rollback();
        assertThat(repository.caller(session)).isPresent();
    }

    private long session(long customer) {
        Instant now = clock.instant();
        return repository.add(
                new SessionDraft(Subject.customer(customer), 1, null, now, now.plusSeconds(600), null, null));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Other {
        private final Sessions sessions = new Sessions(repository);
        private final AccessWatch watch = new AccessWatch(database, sessions);

        Other() {
            watch.start(new io.quarkus.runtime.StartupEvent());
            long end = System.nanoTime() + 10 * SECOND;
            while (!watch.keepsUp() && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
        }

        boolean accepts(long session) {
            return sessions.caller(session, watch.keepsUp()).isPresent();
        }

        boolean refusesWithinASecond(long session) {
            long end = System.nanoTime() + SECOND;
            while (System.nanoTime() - end < 0) {
                if (!accepts(session)) {
                    return true;
                }
                Thread.onSpinWait();
            }
            return !accepts(session);
        }
    }
}
