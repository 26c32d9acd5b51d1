package io.clientele.segment;

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
import java.util.List;
import java.util.Map;
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
                assertThat(QuarkusTransaction.requiringNew().call(() -> recomputation.run(id)))
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

    private static long elsewhere(java.util.function.LongSupplier work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work::getAsLong)
                .join();
    }
}
