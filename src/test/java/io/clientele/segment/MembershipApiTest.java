package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.RuleFixture.all;
import static io.clientele.segment.RuleFixture.cartLines;
import static io.clientele.segment.RuleFixture.group;
import static io.clientele.segment.RuleFixture.inSegment;
import static io.clientele.segment.RuleFixture.lastname;
import static io.clientele.segment.RuleFixture.none;
import static io.clientele.segment.RuleFixture.notInSegment;
import static io.clientele.segment.RuleFixture.orders;
import static io.clientele.segment.RuleFixture.ordersWithin;
import static io.clientele.segment.SegmentFixture.awaitMember;
import static io.clientele.segment.SegmentFixture.count;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.hasCustomers;
import static io.clientele.segment.SegmentFixture.members;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.order;
import static io.clientele.segment.SegmentFixture.run;
import static io.clientele.segment.SegmentFixture.segment;
import static io.clientele.segment.SegmentFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Membership is right soon after a fact has changed, whoever wrote it, and when time has passed. */
@QuarkusTest
class MembershipApiTest {

    /** What the house promises, with some room for a machine that does much else. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The reason of who is judged for the first time, which may be at the moment at which a fact comes. */
    private static final String NEW = "profile";

    @Inject
    Database database;

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    @Test
    void an_order_written_by_hand_is_seen_within_a_second() {
        long person = createByAdmin(customer());
        long id = create(segment(all(orders(1))));
        assertThat(members(id)).doesNotContain(person);
        String external = order(person, Instant.now(), "10");
        within(SOON, () -> awaitMember(id, person, true));
        assertThat(reason(id, person)).isIn("order", NEW);
        run("update sales_order set customer_id = null where external_id = ?", external);
        within(SOON, () -> awaitMember(id, person, false));
    }

    private static void within(Duration limit, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit.multipliedBy(3));
    }

    private String reason(long segment, long customer) {
        return database.first(
                        SqlFragment.of(
                                "select reason from segment_change where segment_id = ? and customer_id = ?"
                                        + " order by id desc limit 1",
                                segment,
                                customer),
                        row -> row.getString(1))
                .orElse("");
    }

    @Test
    void a_new_customer_is_judged_by_all_rules_and_a_changed_one_by_those_that_read_it() {
        String name = name();
        long id = create(segment(all(lastname(name))));
        long without = create(segment(all(lastname(name), none(orders(1)))));
        Map<String, Object> person = with(customer(), "lastname", name);
        long customer = createByAdmin(person);
        awaitMember(id, customer, true);
        awaitMember(without, customer, true);
        asAdmin()
                .body(body(with(person, "lastname", "Other")))
                .put("/rest/V1/customers/" + customer)
                .then()
                .statusCode(200);
        awaitMember(id, customer, false);
        assertThat(reason(id, customer)).isEqualTo("profile");
        hasCustomers(id, 0);
    }

    @Test
    void a_mass_change_of_groups_and_a_change_of_website_are_seen() {
        String name = name();
        List<Long> people = List.of(
                createByAdmin(with(customer(), "lastname", name)), createByAdmin(with(customer(), "lastname", name)));
        long wholesale = create(segment(all(lastname(name), group(2))));
        long everybody = create(segment(all(lastname(name))));
        assertThat(members(wholesale)).isEmpty();
        assertThat(members(everybody)).isEqualTo(people);
        run("update customer set group_id = 2 where lastname = ?", name);
        awaitMember(wholesale, people.getFirst(), true);
        awaitMember(wholesale, people.getLast(), true);
        int website = StoreFixture.website(StoreFixture.code("member"));
        int storeGroup = StoreFixture.group(website, StoreFixture.code("member"));
        int view = StoreFixture.view(website, storeGroup, StoreFixture.code("member"), true);
        run(
                "update customer set website_id = ?, account_scope = ?, store_id = ? where id = ?",
                website,
                website,
                view,
                people.getFirst());
        awaitMember(everybody, people.getFirst(), false);
        awaitMember(wholesale, people.getFirst(), false);
        assertThat(members(everybody)).containsExactly(people.getLast());
    }

    @Test
    void a_deleted_customer_is_counted_out() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        long id = create(segment(all(lastname(name))));
        hasCustomers(id, 1);
        asAdmin().delete("/rest/V1/customers/" + person).then().statusCode(200);
        hasCustomers(id, 0);
        assertThat(reason(id, person)).isEqualTo("deleted");
    }

    @Test
    void carts_and_their_items_are_seen() {
        long person = createByAdmin(customer());
        long id = create(segment(all(cartLines(2))));
        String external = name();
        run(
                "insert into cart (external_id, website_id, customer_id, is_active, changed_at, subtotal, tax, shipping,"
                        + " store_credit_used, gift_card_used, grand_total, lines_count, total_qty)"
                        + " values (?, 1, ?, true, ?, 0, 0, 0, 0, 0, 0, 2, 2)",
                external,
                person,
                Instant.now());
        awaitMember(id, person, true);
        assertThat(reason(id, person)).isIn("cart", NEW);
        run("delete from cart where external_id = ?", external);
        awaitMember(id, person, false);
    }

    @Test
    void what_no_rule_can_read_leaves_no_mark() {
        create(segment(all(lastname(name()))));
        long person = createByAdmin(customer());
        QuarkusTransaction.begin();
        try {
            run("update customer set updated_at = ? where id = ?", Instant.now(), person);
            run("update customer set lastname = lastname where id = ?", person);
            assertThat(marksOf(person)).isZero();
            run("update customer set lastname = 'Byron' where id = ?", person);
            assertThat(marksOf(person)).isEqualTo(1);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static long marksOf(long person) {
        return count(
                "select count(*) from segment_dirty where person_id = ? and xmin = pg_current_xact_id()::xid", person);
    }

    @Test
    void time_alone_moves_members_and_nothing_is_written() {
        long person = createByAdmin(customer());
        long recent = create(segment(all(ordersWithin(30, 1))));
        long lapsed = create(segment(all(orders(1), none(ordersWithin(30, 1)))));
        order(person, Instant.now().minus(Duration.ofDays(30)).plus(Duration.ofMinutes(30)), "10");
        awaitMember(recent, person, true);
        assertThat(members(lapsed)).doesNotContain(person);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)), Clock.class);
        within(SOON, () -> awaitMember(recent, person, false));
        awaitMember(lapsed, person, true);
        assertThat(reason(recent, person)).isEqualTo("time");
        assertThat(reason(lapsed, person)).isEqualTo("time");
    }

    @Test
    void moments_of_change_are_kept_for_a_week_and_then_for_another_one() {
        long person = createByAdmin(customer());
        long near = createByAdmin(customer());
        long id = create(segment(all(ordersWithin(90, 1))));
        order(person, Instant.now().minus(Duration.ofDays(10)), "10");
        order(near, Instant.now().minus(Duration.ofDays(85)), "10");
        awaitMember(id, person, true);
        awaitMember(id, near, true);
        assertThat(due(id)).doesNotContain(person).contains(near);
        run("update segment set due_until = ? where id = ?", Instant.now().plus(Duration.ofHours(20)), id);
        until(
                "the segment is renewed",
                () -> count(
                                "select count(*) from segment where id = ? and due_until > ?",
                                id,
                                Instant.now().plus(Duration.ofDays(7)))
                        == 1);
        assertThat(due(id)).doesNotContain(person).contains(near);
        assertThat(members(id)).contains(person, near);
    }

    private static List<Long> due(long segment) {
        return SegmentFixture.texts("select customer_id::text from segment_due where segment_id = ?", segment).stream()
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void segments_that_name_others_follow_them_in_order() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        long buyers = create(segment(all(lastname(name), orders(1))));
        long others = create(segment(all(lastname(name), notInSegment(buyers))));
        long third = create(segment(all(inSegment(others))));
        assertThat(members(others)).containsExactly(person);
        assertThat(members(third)).containsExactly(person);
        order(person, Instant.now(), "10");
        awaitMember(buyers, person, true);
        awaitMember(third, person, false);
        assertThat(members(others)).isEmpty();
        assertThat(reason(third, person)).isEqualTo("segment");
        SegmentFixture.change(buyers, Map.of("conditions", all(lastname(name), orders(2))))
                .statusCode(200);
        awaitMember(third, person, true);
        assertThat(members(others)).containsExactly(person);
    }

    @Test
    void a_rank_follows_the_orders_of_others_and_rests_between() {
        String code = StoreFixture.code("rank");
        int website = StoreFixture.website(code);
        int view = StoreFixture.view(website, StoreFixture.group(website, code), code, true);
        long best = createByAdmin(customer());
        long second = createByAdmin(customer());
        run(
                "update customer set website_id = ?, account_scope = ?, store_id = ? where id in (?, ?)",
                website,
                website,
                view,
                best,
                second);
        order(best, Instant.now(), "100");
        order(second, Instant.now(), "50");
        long id = create(with(
                segment("website = " + website + " and rank(orders.total, top 50%)"),
                "website_ids",
                List.of(1, website)));
        assertThat(members(id)).containsExactly(best);
        order(second, Instant.now(), "100");
        awaitMember(id, second, true);
        assertThat(members(id)).containsExactly(second);
        assertThat(reason(id, best)).isEqualTo("others");
        Instant last = recomputedAt(id);
        order(best, Instant.now(), "1");
        order(best, Instant.now(), "500");
        awaitMember(id, best, true);
        assertThat(members(id)).containsExactly(best);
        assertThat(recomputedAt(id)).isAfterOrEqualTo(last.plus(Duration.ofSeconds(2)));
    }

    /** As one instance's clock had it when it began. */
    private static Instant recomputedAt(long segment) {
        return Instant.parse(SegmentFixture.texts(
                        "select to_char(recomputed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from segment where id = ?",
                        segment)
                .getFirst());
    }

    @Test
    void a_segment_of_transactions_is_right_before_anybody_else_sees_the_fact() {
        long person = createByAdmin(customer());
        long id = create(with(segment(all(orders(1))), "mode", "transaction"));
        QuarkusTransaction.requiringNew().run(() -> {
            order(person, Instant.now(), "10");
            assertThat(members(id)).doesNotContain(person);
        });
        assertThat(members(id)).contains(person);
    }
}
