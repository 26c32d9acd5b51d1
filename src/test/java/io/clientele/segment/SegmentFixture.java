package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.is;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Segments made over HTTP, and facts about customers. */
public final class SegmentFixture {

    public static final String SEGMENTS = "/rest/V1/customerSegments";

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final List<Long> MADE = new ArrayList<>();

    private SegmentFixture() {}

    /** A name no segment has yet, in letters that a customer's name may have, too. */
    public static String name() {
        return "s" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + Long.toString(System.nanoTime(), 36);
    }

    /** What is sent for a segment of registered customers of the first website; change it at will. */
    public static Map<String, Object> segment(Object conditions) {
        Map<String, Object> segment = new HashMap<>();
        segment.put("name", name());
        segment.put("is_active", true);
        segment.put("apply_to", "registered");
        segment.put("website_ids", List.of(1));
        segment.put("conditions", conditions);
        return segment;
    }

    /** A segment that nobody is in. */
    public static Map<String, Object> any() {
        return segment(RuleFixture.all(RuleFixture.lastname(name())));
    }

    /** Makes the segment and waits until its members are known. */
    public static long create(Map<String, Object> segment) {
        long id = send(segment).statusCode(200).extract().jsonPath().getLong("id");
        MADE.add(id);
        settled(id);
        return id;
    }

    public static ValidatableResponse send(Map<String, Object> segment) {
        return asAdmin().body(Map.of("segment", segment)).post(SEGMENTS).then();
    }

    /** Changes what the map says. */
    public static ValidatableResponse change(long id, Map<String, Object> change) {
        return asAdmin()
                .body(Map.of("segment", change))
                .put(SEGMENTS + "/" + id)
                .then();
    }

    public static ValidatableResponse read(long id) {
        return asAdmin().get(SEGMENTS + "/" + id).then().statusCode(200);
    }

    /** Deletes what {@link #create} has made: no other test needs it, and every write of a fact asks for it. */
    public static void deleteAll() {
        MADE.reversed().forEach(SegmentFixture::delete);
        MADE.clear();
    }

    public static void delete(long id) {
        asAdmin().delete(SEGMENTS + "/" + id + "?force=true");
    }

    /** Waits until the members are those of the version that was saved last and nothing more is waiting. */
    public static void settled(long id) {
        until(
                "segment " + id + " is settled",
                () -> read(id).extract().jsonPath().getBoolean("is_current")
                        && count("select count(*) from segment_recompute where segment_id = ?", id) == 0);
    }

    /** The ids of the members, by id. */
    public static List<Long> members(long id) {
        List<Long> ids = new ArrayList<>();
        database()
                .list(
                        SqlFragment.of(
                                "select customer_id from segment_member where segment_id = ? order by customer_id", id),
                        row -> ids.add(row.getLong(1)));
        return ids;
    }

    /** Waits until the customer is a member, or is none. */
    public static void awaitMember(long segment, long customer, boolean in) {
        until(
                "customer " + customer + (in ? " is in " : " is not in ") + segment,
                () -> members(segment).contains(customer) == in);
    }

    /** Waits until it is so. */
    public static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never: " + what);
            }
        }
    }

    /** An order of the customer, as SQL by hand writes it. Returns its external id. */
    public static String order(long customer, Instant placed, String total) {
        String external = "o-" + UUID.randomUUID();
        run(
                "insert into sales_order (external_id, website_id, customer_id, status, cancelled, placed_at, changed_at,"
                        + " currency, subtotal, tax, shipping, discount, grand_total, refunded, base_total, total_qty,"
                        + " received_at) values (?, 1, ?, 'complete', false, ?, ?, 'USD', ?::numeric, 0, 0, 0, ?::numeric,"
                        + " 0, ?::numeric, 1, ?)",
                external,
                customer,
                placed,
                placed,
                total,
                total,
                total,
                placed);
        return external;
    }

    public static void run(String statement, Object... arguments) {
        database().run(SqlFragment.of(statement, arguments));
    }

    public static long count(String statement, Object... arguments) {
        return database()
                .first(SqlFragment.of(statement, arguments), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The rows of a statement that answers one text. */
    public static List<String> texts(String statement, Object... arguments) {
        return database().list(SqlFragment.of(statement, arguments), row -> row.getString(1));
    }

    private static Database database() {
        return Arc.container().instance(Database.class).get();
    }

    /** Asserts how many customers the segment says it has. */
    public static void hasCustomers(long id, int number) {
        read(id).body("number_of_customers", is(number));
    }
}
