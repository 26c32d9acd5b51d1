package io.clientele.shared.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work for later: order, failures, several instances, instances that end. Each test has a topic of its own. */
@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxQueue queue;

    @Inject
    OutboxRepository repository;

    @Inject
    Recurring recurring;

    @Inject
    MeterRegistry metrics;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private record Note(int number) {}

    /** A topic that notes what it gets. */
    private static final class Notes implements OutboxTopic {
        private final String name;
        private final int mostTaken;
        private final Consumer<OutboxMessage> work;
        private final Collection<String> handled = new ConcurrentLinkedQueue<>();
        private final CountDownLatch all;

        Notes(String name, int expected, Consumer<OutboxMessage> work) {
            this(name, expected, 1, work);
        }

        Notes(String name, int expected, int mostTaken, Consumer<OutboxMessage> work) {
            this.name = name;
            this.mostTaken = mostTaken;
            this.work = work;
            this.all = new CountDownLatch(expected);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void handle(OutboxMessage message) {
            work.accept(message);
            handled.add(message.key() + message.read(Note.class).number());
            all.countDown();
        }

        @Override
        public int mostTaken() {
            return mostTaken;
        }

        @Override
        public int mostTries() {
            return 3;
        }

        List<String> await() throws InterruptedException {
            assertThat(all.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            return List.copyOf(handled);
        }
    }

    @Test
    void what_is_rolled_back_is_never_done_and_without_a_transaction_nothing_is_taken() {
        QuarkusTransaction.begin();
        outbox.add("rollback", "a", new Note(1));
        QuarkusTransaction.rollback();
        assertThat(waiting("rollback")).isZero();
        assertThatThrownBy(() -> outbox.add("rollback", "a", new Note(1))).isInstanceOf(RuntimeException.class);
        assertThat(waiting("rollback")).isZero();
    }

    @Test
    void messages_of_one_key_keep_their_order_while_one_of_them_fails_and_others_go_on() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Notes topic = new Notes("order", 5, message -> {
            if (message.key().equals("a") && message.read(Note.class).number() == 1 && message.tries() == 1) {
                failed.countDown();
                throw new IllegalStateException("not yet");
            }
        });
        add("order", "a", 1, 2, 3);
        add("order", "b", 1, 2);
        OutboxWorker worker = worker(topic);
        worker.nudge("order");
        failed.await();
        until(() -> topic.handled.size() == 2);
        assertThat(topic.handled).containsExactly("b1", "b2");
        hasten("order");
        worker.nudge("order");
        assertThat(topic.await()).containsExactly("b1", "b2", "a1", "a2", "a3");
        until(() -> waiting("order") == 0);
    }

    @Test
    void a_message_is_parked_with_its_error_after_its_tries_and_those_behind_it_go_on() throws Exception {
        Notes topic = new Notes("park", 1, message -> {
            if (message.read(Note.class).number() == 1) {
                throw new IllegalStateException("no such box: <ada@example.com>");
            }
        });
        add("park", "a", 1, 2);
        OutboxWorker worker = worker(topic);
        for (int tries = 1; tries <= 3; tries++) {
            int expected = tries;
            hasten("park");
            worker.nudge("park");
            until(() -> outcomes("park", "failed") + outcomes("park", "parked") == expected);
        }
        assertThat(topic.await()).containsExactly("a2");
        assertThat(error("park")).isEqualTo("IllegalStateException: no such box: …");
        assertThat(parked("park")).isEqualTo(1);
        assertThat(outcomes("park", "parked")).isEqualTo(1);
        worker.nudge("park");
        assertThat(parked("park")).isEqualTo(1);
    }

    @Test
    void what_is_of_no_use_to_try_again_is_parked_at_once() {
        Notes topic = new Notes("permanent", 1, message -> {
            throw new PermanentFailure("no address", new IllegalArgumentException());
        });
        add("permanent", "a", 1);
        worker(topic).nudge("permanent");
        until(() -> parked("permanent") == 1);
        assertThat(tries("permanent")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void several_instances_do_each_message_once(int mostTaken) throws Exception {
        String name = "several" + mostTaken;
        Notes topic = new Notes(name, 200, mostTaken, message -> {});
        IntStream.range(0, 40).forEach(key -> add(name, "k" + key + "-", 1, 2, 3, 4, 5));
        List<OutboxWorker> instances = List.of(worker(topic), worker(topic), worker(topic));
        for (int runner = 0; runner < 4; runner++) {
            instances.forEach(each -> each.nudge(name));
        }
        List<String> handled = topic.await();
        assertThat(handled).doesNotHaveDuplicates().hasSize(200);
        for (int key = 0; key < 40; key++) {
            String mine = "k" + key + "-";
            assertThat(handled.stream().filter(each -> each.startsWith(mine)))
                    .containsExactly(mine + 1, mine + 2, mine + 3, mine + 4, mine + 5);
        }
    }

    @Test
    void one_of_several_that_fails_is_tried_again_and_the_others_are_forgotten() throws Exception {
        Notes topic = new Notes("together", 5, 8, message -> {
            if (message.key().equals("c") && message.tries() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
        List.of("a", "b", "c", "d", "e").forEach(key -> add("together", key, 1));
        OutboxWorker worker = worker(topic);
        worker.nudge("together");
        until(() -> waiting("together") == 1);
        assertThat(topic.handled).containsExactly("a1", "b1", "d1", "e1");
        hasten("together");
        worker.nudge("together");
        assertThat(topic.await()).containsExactly("a1", "b1", "d1", "e1", "c1");
        until(() -> waiting("together") == 0);
    }

    @Test
    void one_that_was_tried_before_is_taken_alone() {
        List.of("a", "b", "c", "d", "e").forEach(key -> add("alone", key, 1));
        assertThat(queue.next("alone", 2, List.of()))
                .extracting(OutboxMessage::key)
                .containsExactly("a", "b");
        hasten("alone");
        for (List<String> expected : List.of(List.of("a"), List.of("b"), List.of("c", "d", "e"))) {
            List<OutboxMessage> taken = queue.next("alone", 8, List.of());
            assertThat(taken).extracting(OutboxMessage::key).containsExactlyElementsOf(expected);
            queue.forget(taken);
        }
        assertThat(waiting("alone")).isZero();
    }

    @Test
    void an_instance_that_stops_gives_back_what_it_has_not_begun() throws Exception {
        AtomicReference<OutboxWorker> stopping = new AtomicReference<>();
        Notes topic = new Notes("stopped", 1, 8, message -> stopping.get().stop(new ShutdownEvent()));
        List.of("a", "b", "c").forEach(key -> add("stopped", key, 1));
        stopping.set(worker(topic));
        stopping.get().nudge("stopped");
        assertThat(topic.await()).containsExactly("a1");
        until(() -> waiting("stopped") == 2);
        assertThat(tries("stopped")).isZero();
        assertThat(queue.next("stopped", 8, List.of()))
                .extracting(OutboxMessage::key)
                .containsExactly("b", "c");
    }

    @Test
    void what_an_instance_had_taken_when_it_ended_is_taken_again() throws Exception {
        add("killed", "a", 1, 2);
        assertThat(queue.next("killed", 1, List.of())).hasSize(1);
        Notes topic = new Notes("killed", 2, message -> {});
        OutboxWorker other = worker(topic);
        assertThat(queue.next("killed", 1, List.of()))
                .as("while it has its lease")
                .isEmpty();
        hasten("killed");
        other.nudge("killed");
        assertThat(topic.await()).containsExactly("a1", "a2");
    }

    @Test
    void who_was_given_up_cannot_delay_what_another_has_taken() {
        add("late", "a", 1);
        OutboxMessage first = queue.next("late", 1, List.of()).getFirst();
        hasten("late");
        OutboxMessage second = queue.next("late", 1, List.of()).getFirst();
        assertThat(second.tries()).isEqualTo(2);
        queue.park(first, new IllegalStateException("too late"));
        assertThat(parked("late")).isZero();
        queue.forget(List.of(second));
        assertThat(waiting("late")).isZero();
    }

    @Test
    void pauses_double_from_a_second_to_an_hour() {
        assertThat(IntStream.of(1, 2, 3, 12, 13, 60).mapToObj(OutboxQueue::pause))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(2_048),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }

    private OutboxWorker worker(OutboxTopic topic) {
        return new OutboxWorker(List.of(topic), queue, recurring, metrics);
    }

    private void add(String topic, String key, int... numbers) {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.of(numbers).forEach(number -> outbox.add(topic, key, new Note(number))));
    }

    /** Lets all that waits for its time be due now. */
    private void hasten(String topic) {
        database.run(SqlFragment.of(
                "update outbox set due_at = ? where topic = ? and parked_at is null", clock.instant(), topic));
    }

    private int waiting(String topic) {
        return count("parked_at is null", topic);
    }

    private int parked(String topic) {
        return count("parked_at is not null", topic);
    }

    private int count(String which, String topic) {
        return database.first(
                        SqlFragment.of("select count(*) from outbox where " + which + " and topic = ?", topic),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    private double outcomes(String topic, String outcome) {
        return metrics.get("clientele.outbox.messages")
                .tags("topic", topic, "outcome", outcome)
                .counter()
                .count();
    }

    private int tries(String topic) {
        return first(topic, "tries", 0);
    }

    private String error(String topic) {
        return first(topic, "error", "");
    }

    @SuppressWarnings("unchecked")
    private <T> T first(String topic, String column, T otherwise) {
        List<Object> values = new ArrayList<>();
        database.list(
                SqlFragment.of("select " + column + " from outbox where topic = ? order by id limit 1", topic),
                row -> row.getObject(1) != null && values.add(row.getObject(1)));
        return values.isEmpty() ? otherwise : (T) values.get(0);
    }

    private static void until(java.util.function.BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            Thread.onSpinWait();
        }
    }
}
