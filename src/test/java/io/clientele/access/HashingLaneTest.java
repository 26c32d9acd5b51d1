package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The line in front of the threads that hash. */
class HashingLaneTest {

    @Test
    void as_many_hash_as_are_wanted_and_at_least_one() {
        assertThat(List.of(0, 1, 2, 8))
                .map(wanted -> HashingLane.threads(wanted, 1L << 30))
                .containsExactly(1, 1, 2, 8);
    }

    @Test
    void no_more_hash_than_the_heap_has_room_for() {
        assertThat(List.of(64L, 200L, 247L, 400L, 640L))
                .map(mebibytes -> HashingLane.threads(8, mebibytes << 20))
                .containsExactly(1, 1, 2, 4, 8);
    }

    @Test
    void so_many_run_so_many_wait_and_whoever_comes_then_is_refused() throws InterruptedException {
        HashingLane lane = new HashingLane(new Given(2, 3));
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            callers.add(Thread.ofVirtual()
                    .start(() -> lane.run(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        running.countDown();
                        await(end);
                        now.decrementAndGet();
                        done.incrementAndGet();
                    })));
        }
        running.await();
        while (hasRoom(lane)) {
            Thread.onSpinWait();
        }
        long began = System.nanoTime();
        assertThatThrownBy(() -> lane.run(done::incrementAndGet))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
        assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
        end.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(done).hasValue(5);
        assertThat(most).hasValue(2);
        assertThat(hasRoom(lane)).isTrue();
        lane.stop(new io.quarkus.runtime.ShutdownEvent());
    }

    @Test
    void a_virtual_thread_is_refused_after_a_second() throws Exception {
        HashingLane lane = new HashingLane(new Given(1, 1));
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> callers = List.of(
                Thread.ofVirtual().start(() -> lane.run(() -> await(end))),
                Thread.ofVirtual().start(() -> lane.run(() -> await(end))));
        while (hasRoom(lane)) {
            Thread.onSpinWait();
        }
        long began = System.nanoTime();
        assertThat(fromVirtualThread(lane)).isFalse();
        assertThat(System.nanoTime() - began).isGreaterThan(900_000_000L);
        end.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        lane.stop(new io.quarkus.runtime.ShutdownEvent());
    }

    private static boolean fromVirtualThread(HashingLane lane) throws Exception {
        FutureTask<Boolean> room = new FutureTask<>(() -> hasRoom(lane));
        Thread.ofVirtual().start(room);
        return room.get();
    }

    private static boolean hasRoom(HashingLane lane) {
        try {
            lane.requireRoom();
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Given(int size, int queue) implements HashingConfig {

        @Override
        public OptionalInt threads() {
            return OptionalInt.of(size);
        }
    }
}
