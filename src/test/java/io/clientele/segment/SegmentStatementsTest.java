package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.SegmentFixture.awaitMember;
import static io.clientele.segment.SegmentFixture.count;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.order;
import static io.clientele.segment.SegmentFixture.segment;
import static io.clientele.segment.SegmentFixture.settled;
import static io.clientele.segment.SegmentFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementCounter;
import io.clientele.shared.sql.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many statements it takes to follow a fact, and what a recomputation writes. */
@QuarkusTest
class SegmentStatementsTest {

    /** The versions of all segments and of those in question, the marks, the judgement, and who came. */
    private static final int MOST = 5;

    /** What looks whether there is something to do, what tidies up, and the test's own. */
    private static final List<String> BESIDE = List.of(
            "select exists",
            "with past as",
            "delete from segment_change",
            "select customer_id from segment_member",
            "select (select count(*)");

    @Inject
    Database database;

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    @Test
    void an_order_is_followed_by_all_segments_in_as_many_statements_as_by_one() {
        String name = name();
        long one = create(segment("lastname = " + name + " and orders.count >= 1"));
        List<String> byOne = following(name, List.of(one));
        assertThat(byOne).hasSizeLessThanOrEqualTo(MOST);
        List<Long> all = new ArrayList<>(List.of(one));
        for (int i = 1; i <= 12; i++) {
            all.add(create(segment("lastname = " + name + " and (orders.total(last " + 30 * i + " days) >= " + i
                    + " or orders.last older than " + i + " days or product.ordered(sku = \"X" + i + "\"))")));
        }
        List<String> byAll = following(name, all);
        assertThat(byAll).hasSameSizeAs(byOne);
        assertThat(byAll.stream().filter(each -> each.contains("insert into segment_member")))
                .hasSize(1);
        assertThat(byAll.stream().filter(each -> each.contains("insert into event")))
                .hasSize(1);
    }

    /** The statements until somebody new who has ordered is in the segments: the fewest of three times. */
    private List<String> following(String lastname, List<Long> segments) {
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(createByAdmin(with(customer(), "lastname", lastname)));
        }
        judged();
        StatementCounter counter = new StatementCounter(database, "pg_stat_statements|segment_recompute");
        Runnable order = () -> {
            long person = people.removeFirst();
            order(person, Instant.now(), "100");
            segments.forEach(segment -> awaitMember(segment, person, true));
            judged();
        };
        order.run();
        return Stream.generate(() -> ofSegments(counter.once(order)))
                .limit(3)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<String> ofSegments(List<String> statements) {
        return statements.stream()
                .map(String::strip)
                .filter(each -> each.contains("segment"))
                .filter(each -> BESIDE.stream().noneMatch(each::startsWith))
                .toList();
    }

    private static void judged() {
        SegmentFixture.until(
                "everybody is judged",
                () -> count("select (select count(*) from segment_dirty) + (select count(*) from segment_pending)")
                        == 0);
    }

    @Test
    void a_recomputation_that_changes_nothing_writes_and_locks_no_member_and_no_moment_and_notes_nothing() {
        String name = name();
        long soon = createByAdmin(with(customer(), "lastname", name));
        long late = createByAdmin(with(customer(), "lastname", name));
        createByAdmin(with(customer(), "lastname", name));
        order(soon, Instant.now().minus(Duration.ofDays(27)), "10");
        order(late, Instant.now().minus(Duration.ofDays(2)), "10");
        List<Long> ids = List.of(
                create(segment("lastname = " + name + " and orders.count(last 30 days) >= 1")),
                create(segment("lastname = " + name + " and orders.count < 1")),
                create(segment("lastname = " + name + " and not (orders.last older than 30 days)")));
        judged();
        // The first recomputation may still bring in line what was judged before somebody's order was seen.
        ids.forEach(SegmentStatementsTest::refreshed);
        List<String> before = rows(ids);
        assertThat(before.stream().filter(each -> each.startsWith("member")).count())
                .isEqualTo(6);
        assertThat(before.stream().filter(each -> each.startsWith("due")).count())
                .isEqualTo(2);
        ids.forEach(SegmentStatementsTest::refreshed);
        assertThat(rows(ids)).isEqualTo(before);
    }

    private static void refreshed(long id) {
        asAdmin().post(SegmentFixture.SEGMENTS + "/" + id + "/refresh").then().statusCode(200);
        settled(id);
    }

    /** Every row with its place, who wrote it, and who has locked it since. */
    private static List<String> rows(List<Long> ids) {
        String of = " where segment_id in ("
                + String.join(", ", ids.stream().map(String::valueOf).toList()) + ")";
        return texts(
                "select concat_ws(' ', 'member', segment_id, customer_id, ctid, xmin, xmax) from segment_member" + of
                        + " union all select concat_ws(' ', 'due', segment_id, customer_id, due_at, ctid, xmin, xmax) from segment_due"
                        + of
                        + " union all select concat_ws(' ', 'change', id, segment_id, customer_id) from segment_change"
                        + of
                        + " union all select concat_ws(' ', 'event', e.id) from event e where (e.data ->> 'segment_id')::bigint in ("
                        + String.join(", ", ids.stream().map(String::valueOf).toList())
                        + ") order by 1");
    }
}
