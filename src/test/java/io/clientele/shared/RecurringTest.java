package io.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work beside requests, and a process that does none. */
class RecurringTest {

    private static final Duration OFTEN = Duration.ofMillis(1);

    private final Recurring working = new Recurring(new Recurring.InRequest(), true);
    private final Recurring alone = new Recurring(new Recurring.InRequest(), false);

    @AfterEach
    void stop() {
        working.stop(new ShutdownEvent());
        alone.stop(new ShutdownEvent());
    }

    @Test
    void work_is_done_again_and_again_but_not_in_a_process_that_is_to_be_alone() throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch often = new CountDownLatch(20);
        alone.once("count", done::incrementAndGet);
        alone.every(OFTEN, "count", done::incrementAndGet);
        working.every(OFTEN, "count down", often::countDown);
        assertThat(often.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(0);
    }

    @Test
    void work_that_fails_is_tried_again() throws Exception {
        CountDownLatch tries = new CountDownLatch(3);
        working.every(OFTEN, "do it", () -> {
            tries.countDown();
            throw new IllegalStateException("not this time");
        });
        assertThat(tries.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_runs_when_the_service_stops_comes_to_its_end() throws Exception {
        AtomicReference<String> end = begun(200);
        working.stop(new ShutdownEvent());
        assertThat(end).hasValue("its own");
    }

    @Test
    void what_goes_on_for_too_long_is_interrupted_and_waited_for() throws Exception {
        AtomicReference<String> end = begun(60_000);
        working.stop(new ShutdownEvent());
        assertThat(end).hasValue("interrupted");
    }

    @Test
    void nothing_begins_after_that() {
        AtomicInteger done = new AtomicInteger();
        working.stop(new ShutdownEvent());
        working.once("count", done::incrementAndGet);
        assertThat(done).hasValue(0);
    }

    /** Work that goes on for so long, and says how it ended. */
    private AtomicReference<String> begun(long millis) throws InterruptedException {
        AtomicReference<String> end = new AtomicReference<>("none");
        CountDownLatch begun = new CountDownLatch(1);
        working.once("come to an end", () -> {
            begun.countDown();
            try {
                boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                end.set("its own");
            } catch (InterruptedException e) {
                end.set("interrupted");
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        return end;
    }
}
