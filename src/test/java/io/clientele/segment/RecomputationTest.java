package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.RuleFixture.all;
import static io.clientele.segment.RuleFixture.lastname;
import static io.clientele.segment.SegmentFixture.change;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.members;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.segment;
import static io.clientele.segment.SegmentFixture.settled;
import static io.clientele.segment.SegmentFixture.texts;
import static io.clientele.segment.SegmentFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A recomputation that is cut short leaves the members as they were, and is never done twice at a time. */
@QuarkusTest
class RecomputationTest {

    private static final int TIMES = 20;

    /** The backend that recomputes and waits for somebody else. */
    private static final String WAITING = "select pid::text from pg_stat_activity where wait_event_type = 'Lock'"
            + " and query like 'with judged as (%'";

    /** The backend that is about to judge, and waits for those who judge single customers. */
    private static final String BEGUN = "select pid::text from pg_stat_activity where wait_event_type = 'Lock'"
            + " and query like 'select pg_advisory_xact_lock(%'";

    @Inject
    DataSource dataSource;

    @Inject
    Recomputation recomputation;

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    @Test
    void killed_in_the_middle_it_leaves_the_old_members_and_the_next_run_ends_it() throws SQLException {
        String one = name();
        String other = name();
        List<Long> ones = people(one);
        List<Long> others = people(other);
        long id = create(segment(all(lastname(one))));
        for (int i = 0; i < TIMES; i++) {
            boolean back = i % 2 == 1;
            List<Long> before = back ? others : ones;
            List<Long> after = back ? ones : others;
            assertThat(members(id)).isEqualTo(before);
            try (Connection holder =
                    stopped(id, Map.of("conditions", all(lastname(back ? one : other))), before.getLast())) {
                assertThat(members(id)).isEqualTo(before);
                assertThat(QuarkusTransaction.requiringNew().call(() -> recomputation.run(id, Duration.ofMinutes(1))))
                        .as("another one does not begin meanwhile")
                        .isFalse();
                texts("select pg_terminate_backend(pid)::text from (" + WAITING.replace("pid::text", "pid") + ") w");
                assertThat(members(id)).isEqualTo(before);
                holder.rollback();
            }
            settled(id);
            assertThat(members(id)).isEqualTo(after);
            SegmentFixture.hasCustomers(id, after.size());
        }
    }

    @Test
    void facts_that_come_while_it_runs_are_not_lost() throws SQLException {
        String name = name();
        List<Long> people = people(name);
        long late = createByAdmin(customer());
        long id = create(segment(all(lastname(name))));
        try (Connection holder = stopped(id, Map.of("pinned_out", List.of(people.getFirst())), people.getFirst())) {
            SegmentFixture.run("update customer set lastname = ? where id = ?", name, late);
            until(
                    "the mark is taken",
                    () -> SegmentFixture.count("select count(*) from segment_dirty where person_id = ?", late) == 0);
            assertThat(members(id)).doesNotContain(late);
            holder.rollback();
        }
        SegmentFixture.awaitMember(id, late, true);
        assertThat(members(id)).doesNotContain(people.getFirst());
    }

    private static List<Long> people(String lastname) {
        long first = createByAdmin(with(customer(), "lastname", lastname));
        long second = createByAdmin(with(customer(), "lastname", lastname));
        return List.of(first, second);
    }

    /**
     * Changes the segment and stops its recomputation where it takes the member out.
     *
     * @return the transaction that stops it. It begins after the recomputation, which waits for older ones
     */
    private Connection stopped(long segment, Map<String, Object> change, long member) throws SQLException {
        Connection holder = dataSource.getConnection();
        try (Connection before = dataSource.getConnection()) {
            before.setAutoCommit(false);
            hold(before, "select pg_advisory_xact_lock_shared(1510, ?::int)", segment);
            change(segment, change).statusCode(200);
            until("the recomputation has begun", () -> !texts(BEGUN).isEmpty());
            holder.setAutoCommit(false);
            hold(
                    holder,
                    "select 1 from segment_member where segment_id = ? and customer_id = ? for update",
                    segment,
                    member);
            before.rollback();
        }
        until("the recomputation waits", () -> !texts(WAITING).isEmpty());
        return holder;
    }

    private static void hold(Connection connection, String statement, long... ids) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(statement)) {
            for (int i = 0; i < ids.length; i++) {
                lock.setLong(i + 1, ids[i]);
            }
            lock.execute();
        }
    }

    @Test
    void what_was_open_when_it_was_asked_for_is_seen() {
        long person = createByAdmin(customer());
        String name = name();
        QuarkusTransaction.begin();
        SegmentFixture.run("update customer set lastname = ? where id = ?", name, person);
        long[] made = new long[1];
        try {
            made[0] = elsewhere(() -> SegmentFixture.send(segment(all(lastname(name))))
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("id"));
        } finally {
            QuarkusTransaction.commit();
        }
        settled(made[0]);
        assertThat(members(made[0])).containsExactly(person);
        SegmentFixture.delete(made[0]);
    }

    @Test
    void segments_that_read_orders_and_wait_are_recomputed_in_one_reading() {
        String name = name();
        long once = createByAdmin(with(customer(), "lastname", name));
        long twice = createByAdmin(with(customer(), "lastname", name));
        long never = createByAdmin(with(customer(), "lastname", name));
        Instant placed = Instant.now().minus(Duration.ofDays(25));
        for (long customer : List.of(once, twice, twice)) {
            SegmentFixture.order(customer, placed, "50");
        }
        String named = "lastname = " + name + " and ";
        List<Long> ids = new ArrayList<>();
        waiting(() -> {
            for (String rule : List.of(
                    "orders.count >= 2", "orders.count(last 30 days) >= 1", "orders.count < 1 and newsletter = no")) {
                ids.add(elsewhere(() -> SegmentFixture.send(segment(named + rule))
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("id")));
            }
        });
        List<List<Long>> expected = List.of(List.of(twice), List.of(once, twice), List.of(never));
        assertThat(inLine(ids, expected)).isEqualTo("1");
        // Whatever is wrong is put right, by one reading as well.
        SegmentFixture.run("delete from segment_member where segment_id = ? and customer_id = ?", ids.get(1), once);
        SegmentFixture.run("delete from segment_due where segment_id = ? and customer_id = ?", ids.get(1), once);
        SegmentFixture.run(
                "insert into segment_member (segment_id, customer_id, entered_at) values (?, ?, ?)",
                ids.get(0),
                never,
                placed);
        SegmentFixture.run(
                "insert into segment_due (segment_id, customer_id, due_at) values (?, ?, ?)",
                ids.get(0),
                never,
                Instant.now().plus(Duration.ofDays(9)));
        waiting(() -> ids.forEach(id -> elsewhere(() -> asAdmin()
                .post(SegmentFixture.SEGMENTS + "/" + id + "/refresh")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("job_id"))));
        assertThat(inLine(ids, expected)).isEqualTo("2");
        ids.forEach(SegmentFixture::delete);
    }

    @Test
    void an_order_that_lies_ahead_is_not_counted_yet_and_its_moment_is_kept() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        Instant ahead = Instant.now().plus(Duration.ofDays(2));
        SegmentFixture.order(person, Instant.now().minus(Duration.ofDays(2)), "50");
        SegmentFixture.order(person, ahead, "70");
        long twice = create(segment("lastname = " + name + " and orders.count(last 30 days) >= 2"));
        long much = create(segment("lastname = " + name + " and orders.total(last 30 days) > 100"));
        long usual = create(segment("lastname = " + name + " and orders.average(last 30 days) <= 50"));
        assertThat(members(twice)).isEmpty();
        assertThat(members(much)).isEmpty();
        assertThat(members(usual)).containsExactly(person);
        for (long id : List.of(twice, much, usual)) {
            assertThat(SegmentFixture.count(
                            "select count(*) from segment_due where segment_id = ? and customer_id = ? and due_at between ? and ?",
                            id,
                            person,
                            ahead.minusSeconds(1),
                            ahead.plusSeconds(1)))
                    .isEqualTo(1);
        }
    }

    /** Asks for recomputations none of which begins before all are asked for. */
    private static void waiting(Runnable asking) {
        QuarkusTransaction.begin();
        // A transaction that has written has to end before what is asked for meanwhile may begin.
        texts("select pg_current_xact_id()::text");
        try {
            asking.run();
        } finally {
            QuarkusTransaction.commit();
        }
    }

    /** Whether the segments have the members and moments they should; how many batches it took so far. */
    private static String inLine(List<Long> ids, List<List<Long>> expected) {
        ids.forEach(SegmentFixture::settled);
        // Whoever is still to be judged by a change before would be brought in line by that.
        SegmentFixture.until(
                "everybody is judged",
                () -> SegmentFixture.count("select (select count(*) from segment_dirty)"
                                + " + (select count(*) from segment_pending)")
                        == 0);
        assertThat(ids.stream().map(SegmentFixture::members)).isEqualTo(expected);
        assertThat(SegmentFixture.count("select count(*) from segment_due where segment_id = ?", ids.get(0)))
                .isZero();
        assertThat(SegmentFixture.count("select count(*) from segment_due where segment_id = ?", ids.get(1)))
                .isEqualTo(2);
        return texts("select count(distinct batch)::text from segment_change where segment_id in ("
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                .getFirst();
    }

    private static long elsewhere(java.util.function.LongSupplier work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work::getAsLong)
                .join();
    }
}
