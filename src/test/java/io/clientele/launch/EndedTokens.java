package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Tokens that were ended at one of two instances: neither accepts them a second after that was acknowledged, nor ever again. */
final class EndedTokens {

    private static final long SECOND = 1_000_000_000L;
    private static final Duration EVERY = Duration.ofMillis(20);

    private final Instances instances;
    private final List<Ended> ended = new ArrayList<>();

    private record Ended(String how, String token, String path) {}

    EndedTokens(Instances instances) {
        this.instances = instances;
    }

    int count() {
        return ended.size();
    }

    /** All instances know the token, as from memory. What one of them made, another may learn of a second later. */
    void awaitAccepted(String token, String path) throws Exception {
        long end = System.nanoTime() + SECOND;
        for (PackagedService service : instances.all()) {
            while (status(service, token, path) != 200) {
                assertThat(System.nanoTime()).as("not accepted for %s", path).isLessThan(end);
                pause();
            }
            assertThat(status(service, token, path)).isEqualTo(200);
        }
    }

    /** Polls all until a second has passed; a success that was asked for later than that would fail the test. */
    void requireEnded(String how, String token, String path, long acknowledged) throws Exception {
        boolean refused = false;
        while (System.nanoTime() - acknowledged < SECOND) {
            long asked = System.nanoTime();
            boolean accepted = false;
            for (PackagedService service : instances.all()) {
                accepted |= status(service, token, path) == 200;
            }
            assertThat(accepted && refused).as("%s: accepted again", how).isFalse();
            if (!accepted && refused && asked - acknowledged > SECOND / 2) {
                break;
            }
            refused = !accepted;
            pause();
        }
        requireRefused(how, token, path, "after a second");
        ended.add(new Ended(how, token, path));
    }

    /** All that were ended are refused by all. */
    void requireRefused(String when) throws Exception {
        for (Ended each : ended) {
            requireRefused(each.how(), each.token(), each.path(), when);
        }
    }

    private void requireRefused(String how, String token, String path, String when) throws Exception {
        for (PackagedService service : instances.all()) {
            assertThat(status(service, token, path)).as("%s: %s", how, when).isEqualTo(401);
        }
    }

    private static int status(PackagedService service, String token, String path) throws Exception {
        return new Calls(service, token).status(path);
    }

    private static void pause() {
        LockSupport.parkNanos(EVERY.toNanos());
    }
}
