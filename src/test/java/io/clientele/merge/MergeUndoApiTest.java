package io.clientele.merge;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.balance;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.review;
import static io.clientele.activity.ActivityFixture.view;
import static io.clientele.activity.ActivityFixture.wishlist;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.merge.MergeFixture.merge;
import static io.clientele.merge.MergeFixture.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.activity.ActivityFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merge is undone: both customers are what they were, as far as nobody has changed them since. */
@QuarkusTest
class MergeUndoApiTest {

    private static final String CUSTOMERS = "/rest/V1/customers/";

    @Inject
    Database database;

    @Inject
    MergeForgetting forgetting;

    @AfterEach
    void let_time_go_on() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        SegmentFixture.deleteAll();
    }

    /** Whatever the two have, and whatever is chosen, nothing of either differs afterwards in any table. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void merging_and_undoing_leaves_everything_as_it_was(long seed) {
        Random random = new Random(seed);
        long stays = somebody(random);
        long goes = somebody(random);
        facts(random, stays);
        facts(random, goes);
        for (long each : List.of(stays, goes)) {
            if (random.nextBoolean()) {
                object(each, random.nextInt(30));
            }
        }
        String[] choices = random.nextBoolean()
                ? new String[] {"email", "merged", "firstname", "merged", "taxvat", "merged", "group_id", "merged"}
                : new String[0];
        Map<String, List<String>> before = KeptRows.of(database, stays, goes);
        undo(merge(stays, goes, choices)).statusCode(200).body("left", hasSize(0));
        assertThat(KeptRows.of(database, stays, goes)).isEqualTo(before);
    }

    /** As a request of the customer's leaves it. */
    private void object(long id, int day) {
        database.run(SqlFragment.of(
                "insert into customer_restriction (customer_id, objected_at) values (?, timestamptz '2026-01-01 12:00Z' + ? * interval '1 day')",
                id,
                day));
    }

    @Test
    void an_objection_of_either_is_one_of_the_account_that_stays() {
        for (boolean both : List.of(true, false)) {
            long stays = create(customer());
            long goes = create(customer());
            object(goes, 1);
            if (both) {
                object(stays, 2);
            }
            long id = merge(stays, goes);
            assertThat(objected(stays)).isEqualTo("2026-01-02");
            undo(id).statusCode(200).body("left", hasSize(0));
            assertThat(objected(goes)).isEqualTo("2026-01-02");
            assertThat(objected(stays)).isEqualTo(both ? "2026-01-03" : "");
        }
    }

    private String objected(long id) {
        return database.first(
                        SqlFragment.of(
                                "select (objected_at at time zone 'UTC')::date::text from customer_restriction"
                                        + " where customer_id = ?",
                                id),
                        row -> row.getString(1))
                .orElse("");
    }

    private static long somebody(Random random) {
        Map<String, Object> one = random.nextBoolean() ? customerWithAddresses(1 + random.nextInt(3)) : customer();
        for (String field : List.of("prefix", "middlename", "suffix", "taxvat")) {
            if (random.nextBoolean()) {
                one.put(field, field + random.nextInt(3));
            }
        }
        if (random.nextBoolean()) {
            one.put("dob", "1990-01-0" + (1 + random.nextInt(9)));
        }
        Map<String, Object> extensions = new HashMap<>();
        if (random.nextBoolean()) {
            extensions.put("is_subscribed", true);
        }
        if (random.nextBoolean()) {
            extensions.put("assistance_allowed", 2);
        }
        one.put("extension_attributes", extensions);
        long id = create(one);
        if (random.nextBoolean()) {
            String token = token(one.get("email"));
            as(token).get("/rest/V1/customers/me").then().statusCode(200);
        }
        return id;
    }

    private static void facts(Random random, long id) {
        for (int i = random.nextInt(3); i > 0; i--) {
            report("orders", order("customer_id", id)).statusCode(200);
        }
        if (random.nextBoolean()) {
            report("carts", cart("customer_id", id)).statusCode(200);
        }
        // Often the same moment, so that both have looked at the same thing then.
        if (random.nextBoolean()) {
            report("views", view("customer_id", id)).statusCode(200);
            report("views", view("customer_id", id, "sku", "Lamp")).statusCode(200);
        }
        if (random.nextBoolean()) {
            report("wishlists", wishlist(id)).statusCode(200);
            report("reviews", review("customer_id", id)).statusCode(200);
        }
        if (random.nextBoolean()) {
            report("balances", balance(id, "amount", "0.1000")).statusCode(200);
        }
        if (random.nextBoolean()) {
            report("balances", balance(id, "kind", "reward", "amount", 12345678901L))
                    .statusCode(200);
        }
    }

    @Test
    void the_account_that_comes_back_signs_in_with_its_own_password() {
        Map<String, Object> other = customer();
        long stays = createByAdmin(customer());
        long goes = create(other);
        long id = merge(stays, goes);
        undo(id).statusCode(200).body("merge.undone_at", notNullValue()).body("merge.is_undoable", is(false));
        String token = token(other.get("email"));
        as(token).get("/rest/V1/customers/me").then().body("id", is((int) goes));
        asAdmin().get(CUSTOMERS + goes).then().body("id", is((int) goes));
        undo(id).statusCode(400).body("message", is("The merge has been undone already."));
    }

    @Test
    void what_was_changed_since_stays_where_it_is_and_is_named() {
        long stays = create(customer());
        long goes = create(with(customerWithAddresses(2), "middlename", "Byron"));
        report("orders", order("customer_id", goes)).statusCode(200);
        long id = merge(stays, goes);
        JsonPath now = asAdmin().get(CUSTOMERS + stays).then().extract().jsonPath();
        long changed = now.getLong("addresses[0].id");
        List<Map<String, Object>> book = now.getList("addresses");
        Map<String, Object> moved = new HashMap<>(book.get(0));
        moved.put("city", "Waco");
        asAdmin()
                .body(Map.of(
                        "customer",
                        Map.of(
                                "middlename",
                                "King",
                                "addresses",
                                List.of(moved, Map.of("id", book.get(1).get("id"))))))
                .put(CUSTOMERS + stays)
                .then()
                .statusCode(200);
        undo(id).statusCode(200)
                .body("left.part", containsInAnyOrder("account", "addresses"))
                .body("left.find { it.part == 'account' }.what", is("middlename"))
                .body("left.find { it.part == 'addresses' }.what", is("{\"id\":" + changed + "}"))
                .body("left.reason", equalTo(List.of("changed", "changed")));
        asAdmin()
                .get(CUSTOMERS + stays)
                .then()
                .body("middlename", is("King"))
                .body("addresses.city", equalTo(List.of("Waco")));
        asAdmin().get(CUSTOMERS + goes).then().body("middlename", is("Byron")).body("addresses", hasSize(1));
    }

    @Test
    void what_is_gone_since_is_named_and_what_came_since_stays() {
        long stays = create(customer());
        long goes = create(customerWithAddresses(2));
        long id = merge(stays, goes);
        report("orders", order("customer_id", goes)).statusCode(200);
        List<Long> book =
                asAdmin().get(CUSTOMERS + stays).then().extract().jsonPath().getList("addresses.id", Long.class);
        asAdmin().delete("/rest/V1/addresses/" + book.getLast()).then().statusCode(200);
        undo(id).statusCode(200)
                .body("left", hasSize(1))
                .body("left[0].part", is("addresses"))
                .body("left[0].reason", is("gone"));
        asAdmin()
                .get(CUSTOMERS + goes)
                .then()
                .body("addresses.id", equalTo(List.of(book.getFirst().intValue())));
        assertThat(SegmentFixture.count("select count(*) from sales_order where customer_id = ?", stays))
                .isEqualTo(1);
        asAdmin().get(CUSTOMERS + stays + "/overview").then().body("statistics.orders_count", is(1));
    }

    @Test
    void what_the_account_referred_to_may_be_gone() {
        String code = StoreFixture.code("merged");
        int group = asAdmin()
                .body(Map.of("group", Map.of("code", code, "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        Map<String, Object> other = with(customer(), "extension_attributes", Map.of("external_id", code));
        long stays = createByAdmin(with(customer(), "group_id", group));
        long goes = createByAdmin(with(other, "group_id", group));
        long id = merge(stays, goes, "external_id", "survivor");
        asAdmin()
                .body(Map.of("customer", Map.of("group_id", 1)))
                .put(CUSTOMERS + stays)
                .then()
                .statusCode(200);
        asAdmin().delete("/rest/V1/customerGroups/" + group).then().statusCode(200);
        createByAdmin(with(other, "email", customer().get("email")));
        undo(id).statusCode(200)
                .body("left.what", containsInAnyOrder("group_id", "external_id"))
                .body("left.reason", equalTo(List.of("gone", "gone")));
        asAdmin()
                .get(CUSTOMERS + goes)
                .then()
                .body("group_id", is(1))
                .body("extension_attributes.external_id", nullValue());
    }

    @Test
    void it_is_refused_while_somebody_else_has_the_address() {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        long id = merge(stays, goes);
        long third = create(with(customer(), "email", other.get("email")));
        undo(id).statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
        asAdmin().get(CUSTOMERS + goes).then().body("id", is((int) stays));
        asAdmin().delete(CUSTOMERS + third).then().statusCode(200);
        undo(id).statusCode(200);
    }

    @Test
    void after_thirty_days_it_is_refused_and_what_it_takes_is_forgotten() {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        ActivityFixture.verify(other.get("email"));
        QuarkusMock.installMockForType(
                Clock.offset(Clock.systemUTC(), Duration.ofDays(-30).minusMinutes(1)), Clock.class);
        long id = merge(stays, goes);
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        assertThat(remembered(id)).isEqualTo(1);
        undo(id).statusCode(400).body("message", is("The merge could be undone until %until."));
        forgetting.forget();
        assertThat(remembered(id)).isZero();
        assertThat(SegmentFixture.count(
                        "select count(*) from merged_customer where id = ? and email_key is not null", goes))
                .isZero();
        undo(id).statusCode(400)
                .body("message", is("The merge could be undone until %until."))
                .body("parameters.until", notNullValue());
        asAdmin().get(CUSTOMERS + goes).then().body("id", is((int) stays));
    }

    @Test
    void a_shop_says_for_how_long_it_can_be_undone() {
        StoreFixture.set("clientele/merge/undo_days", "0", "default", 0);
        try {
            long id = merge(create(customer()), create(customer()));
            assertThat(remembered(id)).isZero();
            undo(id).statusCode(400).body("message", is("The merge could be undone until %until."));
        } finally {
            StoreFixture.inherit("clientele/merge/undo_days", "default", 0);
        }
    }

    @Test
    void what_is_remembered_tells_nobody_anything_and_goes_with_the_account() {
        long stays = create(customer());
        long goes = create(with(customer(), "taxvat", "Kanarienvogel"));
        long id = merge(stays, goes);
        assertThat(SegmentFixture.count(
                        "select count(*) from customer_merge where id = ? and position('Kanarien'::bytea in memory) > 0",
                        id))
                .isZero();
        asAdmin().delete(CUSTOMERS + stays).then().statusCode(200);
        undo(id).statusCode(404).body("parameters.fieldValue", is((int) id));
        asAdmin().get(CUSTOMERS + goes).then().statusCode(404);
    }

    @Test
    void files_go_with_the_values_that_name_them_and_come_back() {
        String taken = created("file");
        String kept = created("file");
        long stays = createByAdmin(with(customer(), "custom_attributes", List.of(file(kept, "mine"))));
        long goes = createByAdmin(
                with(customer(), "custom_attributes", List.of(file(taken, "yours"), file(kept, "yours too"))));
        long id = merge(stays, goes);
        assertThat(content(stays, taken)).isEqualTo("%PDF-1.4 yours");
        assertThat(content(stays, kept)).isEqualTo("%PDF-1.4 mine");
        undo(id).statusCode(200).body("left", hasSize(0));
        assertThat(content(goes, taken)).isEqualTo("%PDF-1.4 yours");
        assertThat(content(goes, kept)).isEqualTo("%PDF-1.4 yours too");
        assertThat(content(stays, kept)).isEqualTo("%PDF-1.4 mine");
        asAdmin()
                .get(CUSTOMERS + stays + "/attributes/" + taken + "/file")
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> file(String code, String text) {
        String content = Base64.getEncoder()
                .encodeToString(("%PDF-1.4 " + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Map.of(
                "attribute_code",
                code,
                "value",
                Map.of("base64_encoded_data", content, "type", "application/pdf", "name", "a.pdf"));
    }

    private static String content(long id, String code) {
        return asAdmin()
                .get(CUSTOMERS + id + "/attributes/" + code + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private long remembered(long id) {
        return database.first(
                        SqlFragment.of("select count(*) from customer_merge where id = ? and memory is not null", id),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
