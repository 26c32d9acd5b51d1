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
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.merge.MergeFixture.body;
import static io.clientele.merge.MergeFixture.merge;
import static io.clientele.merge.MergeFixture.merged;
import static io.clientele.merge.MergeFixture.preview;
import static io.clientele.merge.MergeFixture.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.AuditFixture;
import io.clientele.activity.ActivityFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two customers become one. */
@QuarkusTest
class MergeApiTest {

    private static final String CUSTOMERS = "/rest/V1/customers/";
    private static final String SHARING = "customer/account_share/scope";

    @Inject
    Database database;

    @AfterEach
    void delete_the_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void a_preview_writes_nothing_and_says_what_the_merge_comes_to() {
        long stays = create(with(customerWithAddresses(1), "taxvat", "A-1"));
        long goes = create(with(with(customerWithAddresses(2), "middlename", "Byron"), "taxvat", "B-2"));
        everything(goes);
        Map<String, List<String>> before = KeptRows.of(database, stays, goes);
        JsonPath shown = preview(body(stays, goes)).statusCode(200).extract().jsonPath();
        assertThat(KeptRows.of(database, stays, goes)).isEqualTo(before);
        field(shown, "middlename", null, "Byron", "Byron", "merged", "survivor_unless_empty");
        field(shown, "taxvat", "A-1", "B-2", "A-1", "survivor", "survivor_unless_empty");
        assertThat(part(shown, "addresses")).isEqualTo(part("addresses", 1, 0, 1, 0));
        assertThat(part(shown, "orders")).isEqualTo(part("orders", 1, 0, 0, 0));
        assertThat(part(shown, "reviews")).isEqualTo(part("reviews", 1, 0, 0, 0));
        assertThat(part(shown, "password")).isEqualTo(part("password", 0, 0, 1, 0));
        JsonPath done = send(versioned(body(stays, goes), shown.getString("version")))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(done.getList("fields")).isEqualTo(shown.getList("fields"));
        assertThat(lasting(done)).isEqualTo(lasting(shown));
        asAdmin().get(CUSTOMERS + stays).then().body("middlename", is("Byron")).body("taxvat", is("A-1"));
    }

    /** Who is in a segment, and when somebody was here, may be found out between a preview and its merge. */
    private static List<Map<String, Object>> lasting(JsonPath outcome) {
        List<Map<String, Object>> parts = outcome.getList("parts");
        return parts.stream()
                .filter(each -> Integer.valueOf(0).equals(each.get("ended")))
                .filter(each -> !List.of("presence", "figures").contains(each.get("name")))
                .toList();
    }

    @Test
    void what_the_service_itself_ends_and_makes_anew_is_no_other_merge() {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        JsonPath shown = preview(body(stays, goes)).statusCode(200).extract().jsonPath();
        CustomerFixture.token(other.get("email"));
        JsonPath again = preview(body(stays, goes)).statusCode(200).extract().jsonPath();
        assertThat(again.getString("version")).isEqualTo(shown.getString("version"));
    }

    @Test
    void a_merge_that_would_come_to_something_else_than_its_preview_is_refused() {
        long stays = create(customer());
        long goes = create(customer());
        String version = preview(body(stays, goes)).extract().jsonPath().getString("version");
        report("orders", order("customer_id", goes)).statusCode(200);
        send(versioned(body(stays, goes), version))
                .statusCode(412)
                .body(
                        "message",
                        is(
                                "The version you want to change is not the current one. Read the current one and try again."));
        String now = preview(body(stays, goes)).extract().jsonPath().getString("version");
        assertThat(now).isNotEqualTo(version);
        assertThat(preview(body(stays, goes)).extract().jsonPath().getString("version"))
                .isEqualTo(now);
        change(stays, Map.of("lastname", "Byron"));
        send(versioned(body(stays, goes), now)).statusCode(412);
        send(versioned(
                        body(stays, goes),
                        preview(body(stays, goes)).extract().jsonPath().getString("version")))
                .statusCode(200);
    }

    @Test
    void what_the_one_had_belongs_to_the_other() {
        long stays = create(customer());
        report("orders", order("customer_id", stays)).statusCode(200);
        report("balances", balance(stays)).statusCode(200);
        long goes = create(with(customer(), "extension_attributes", Map.of("is_subscribed", true)));
        everything(goes);
        merge(stays, goes);
        JsonPath activity = asAdmin()
                .get(CUSTOMERS + stays + "/activity")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(activity.getList("orders")).hasSize(2);
        assertThat(activity.getList("carts")).hasSize(1);
        assertThat(activity.getList("wishlists")).hasSize(1);
        assertThat(activity.getList("reviews")).hasSize(1);
        asAdmin()
                .get(CUSTOMERS + stays + "/overview")
                .then()
                .statusCode(200)
                .body("statistics.orders_count", is(2))
                .body("newsletter", hasSize(1));
        assertThat(SegmentFixture.count("select amount::bigint from balance where customer_id = ?", stays))
                .isEqualTo(20);
        asAdmin().get(CUSTOMERS + stays).then().body("extension_attributes.is_subscribed", is(true));
    }

    @Test
    void addresses_that_are_there_already_are_not_taken_over_and_defaults_stay() {
        long stays = create(with(
                customer(), "addresses", List.of(with(with(address(), "city", "Austin"), "default_billing", true))));
        long goes = create(with(
                customer(),
                "addresses",
                List.of(
                        with(address(), "city", "AUSTIN"),
                        with(with(address(), "city", "Dallas"), "default_billing", true),
                        with(with(address(), "city", "Houston"), "default_shipping", true))));
        merge(stays, goes);
        asAdmin()
                .get(CUSTOMERS + stays)
                .then()
                .body("addresses.city", containsInAnyOrder("Austin", "Dallas", "Houston"))
                .body("addresses.find { it.default_billing == true }.city", is("Austin"))
                .body("addresses.find { it.default_shipping == true }.city", is("Houston"))
                .body("addresses.customer_id.unique()", equalTo(List.of((int) stays)));
    }

    @Test
    void the_caller_may_choose_whose_value_counts() {
        Map<String, Object> one = with(with(customer(), "taxvat", "A"), "group_id", 1);
        Map<String, Object> other = with(with(customer(), "taxvat", "B"), "group_id", 2);
        long stays = create(without(one, "group_id"));
        long goes = createByAdmin(other);
        JsonPath done = merged(stays, goes, "email", "merged", "taxvat", "merged", "group_id", "merged");
        field(done, "taxvat", "A", "B", "B", "merged", "chosen");
        asAdmin()
                .get(CUSTOMERS + stays)
                .then()
                .body("email", is(other.get("email")))
                .body("taxvat", is("B"))
                .body("group_id", is(2));
        assertThat(token(other.get("email"))).isNotBlank();
        signIn(one.get("email")).statusCode(401);
    }

    @Test
    void the_earlier_account_says_since_when_somebody_is_a_customer() {
        long goes = createByAdmin(with(customer(), "created_at", "2020-01-02 03:04:05"));
        long stays = createByAdmin(with(customer(), "created_at", "2021-01-02 03:04:05"));
        merge(stays, goes);
        asAdmin().get(CUSTOMERS + stays).then().body("created_at", is("2020-01-02 03:04:05"));
    }

    @Test
    void the_old_id_stands_for_the_account_that_stays() {
        long stays = create(customerWithAddresses(1));
        long goes = create(customer());
        report("orders", order("customer_id", goes)).statusCode(200);
        merge(stays, goes);
        asAdmin().get(CUSTOMERS + goes).then().statusCode(200).body("id", is((int) stays));
        asAdmin().get(CUSTOMERS + goes + "/billingAddress").then().body("customer_id", is((int) stays));
        asAdmin().get(CUSTOMERS + goes + "/permissions/readonly").then().statusCode(200);
        asAdmin()
                .get(CUSTOMERS + goes + "/overview")
                .then()
                .statusCode(200)
                .body("customer.id", is((int) stays))
                .body("statistics.orders_count", is(1));
        asAdmin().get(CUSTOMERS + goes + "/activity").then().statusCode(200).body("orders", hasSize(1));
        asAdmin().get(CUSTOMERS + goes + "/sessions").then().statusCode(200);
        asAdmin().get(CUSTOMERS + goes + "/context").then().body("customer_id", is((int) stays));
        asAdmin().get(CUSTOMERS + goes + "/segments").then().statusCode(200);
        GraphQLFixture.graphql(AdminFixture.token(), "{ adminCustomer(id: \"" + goes + "\") { id } }")
                .body("data.adminCustomer.id", is(String.valueOf(stays)));
        asAdmin()
                .body(Map.of("customer", Map.of("firstname", "Eve")))
                .put(CUSTOMERS + goes)
                .then()
                .statusCode(404)
                .body("parameters.fieldValue", is((int) goes));
        asAdmin().delete(CUSTOMERS + goes).then().statusCode(404);
        asAdmin().get(CUSTOMERS + stays).then().statusCode(200);
    }

    @Test
    void the_one_that_went_is_gone_for_sign_in_tokens_and_search_and_its_address_is_free() {
        Map<String, Object> one = customer();
        Map<String, Object> other = customer();
        long stays = create(one);
        long goes = create(other);
        String token = token(other.get("email"));
        merge(stays, goes);
        as(token).get("/rest/V1/customers/me").then().statusCode(401);
        signIn(other.get("email")).statusCode(401);
        assertThat(token(one.get("email"))).isNotBlank();
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", other.get("email"))
                .get("/rest/V1/customers/search")
                .then()
                .body("total_count", is(0));
        assertThat(create(with(customer(), "email", other.get("email")))).isNotEqualTo(goes);
    }

    @Test
    void what_cannot_be_merged_is_refused_by_name() {
        long stays = create(customer());
        long goes = create(customer());
        send(body(stays, stays)).statusCode(400).body("message", is("A customer can't be merged with itself."));
        send(body(stays, 987654321))
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldValue", is(987654321));
        send(Map.of("merge", Map.of("survivor_id", stays)))
                .statusCode(400)
                .body("parameters.fieldName", is("merged_id"));
        send(body(stays, goes, "shoe_size", "merged"))
                .statusCode(400)
                .body("parameters.fieldName", is("field"))
                .body("parameters.value", is("shoe_size"));
        send(body(stays, goes, "email", "both")).statusCode(400).body("parameters.fieldName", is("take"));
        for (Object choices : List.of(List.of(Map.of()), "email", List.of("email"))) {
            send(Map.of("merge", Map.of("survivor_id", stays, "merged_id", goes, "choices", choices)))
                    .statusCode(400);
        }
        merge(stays, goes);
        long third = create(customer());
        for (Map<String, Object> again : List.of(body(third, goes), body(goes, third))) {
            send(again)
                    .statusCode(400)
                    .body("message", is("The customer %id was merged into the customer %survivorId."))
                    .body("parameters.id", is((int) goes))
                    .body("parameters.survivorId", is((int) stays));
        }
    }

    @Test
    void customers_of_different_websites_are_merged_only_where_accounts_are_shared() {
        SiteFixture site = SiteFixture.make();
        long stays = create(customer());
        long there = site.create(customer());
        for (Map<String, Object> one : List.of(body(stays, there), body(there, stays))) {
            send(one)
                    .statusCode(400)
                    .body(
                            "message",
                            is("Customers of different websites can't be merged unless accounts are shared globally."));
        }
        String limited = site.administrator(List.of("Magento_Customer::manage"));
        as(limited)
                .body(body(there, stays))
                .post(MergeFixture.MERGE)
                .then()
                .statusCode(404)
                .body("parameters.fieldValue", is((int) stays));
    }

    @Test
    void where_accounts_are_shared_customers_of_different_websites_become_one_and_two_again() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> other = customerWithAddresses(2);
        long stays = create(customerWithAddresses(1));
        StoreFixture.set(SHARING, "0", "default", 0);
        try {
            long goes = site.create(other);
            Map<String, List<String>> before = KeptRows.of(database, stays, goes);
            long id = merge(stays, goes);
            assertThat(SegmentFixture.count(
                            "select count(*) from customer_address where customer_id = ? and website_id = 1", stays))
                    .isEqualTo(2);
            assertThat(SegmentFixture.count(
                            "select count(*) from shared_email where customer_id in (?, ?)", stays, goes))
                    .isEqualTo(1);
            site.signIn(other.get("email"), PASSWORD).then().statusCode(401);
            MergeFixture.undo(id).statusCode(200).body("left", hasSize(0));
            assertThat(KeptRows.of(database, stays, goes)).isEqualTo(before);
            assertThat(SiteFixture.base().token(other.get("email"))).isNotBlank();
            asAdmin().delete(CUSTOMERS + goes).then().statusCode(200);
        } finally {
            StoreFixture.inherit(SHARING, "default", 0);
        }
    }

    @Test
    void segments_are_judged_anew() {
        String name = SegmentFixture.name();
        long stays = create(with(customer(), "lastname", name));
        long goes = create(with(customer(), "lastname", name));
        for (long each : List.of(stays, goes)) {
            report("orders", order("customer_id", each)).statusCode(200);
        }
        long twice = SegmentFixture.create(
                SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name), RuleFixture.orders(2))));
        long pinned = SegmentFixture.create(with(SegmentFixture.any(), "pinned_in", List.of(goes)));
        long id = merge(stays, goes);
        SegmentFixture.awaitMember(twice, stays, true);
        SegmentFixture.awaitMember(pinned, stays, true);
        assertThat(SegmentFixture.members(pinned)).containsExactly(stays);
        MergeFixture.undo(id).statusCode(200).body("left", hasSize(0));
        SegmentFixture.awaitMember(twice, stays, false);
        SegmentFixture.awaitMember(pinned, goes, true);
        SegmentFixture.awaitMember(pinned, stays, false);
    }

    @Test
    void facts_that_still_name_the_old_account_are_those_of_the_one_that_stays() {
        Map<String, Object> other = with(customer(), "extension_attributes", Map.of("external_id", "old-" + unique()));
        long stays = create(customer());
        long goes = createByAdmin(without(other, "password"));
        String key = ((Map<?, ?>) other.get("extension_attributes"))
                .get("external_id")
                .toString();
        merge(stays, goes, "external_id", "survivor");
        Map<String, Object> byId = order("customer_id", goes);
        Map<String, Object> byKey = order("customer_external_id", key);
        report("orders", List.of(byId, byKey))
                .statusCode(200)
                .body("created", is(2))
                .body("failed", hasSize(0));
        report("carts", cart("customer_id", goes)).body("created", is(1));
        report("views", view("customer_id", goes)).body("created", is(1));
        report("wishlists", wishlist(goes)).body("created", is(1));
        report("reviews", review("customer_id", goes)).body("created", is(1));
        report("balances", balance(goes))
                .body("failed[0].message", is("No such entity with %fieldName = %fieldValue"))
                .body("failed[0].parameters.fieldValue", is((int) goes));
        JsonPath activity =
                asAdmin().get(CUSTOMERS + stays + "/activity").then().extract().jsonPath();
        assertThat(activity.getList("orders")).hasSize(2);
        for (String kind : List.of("carts", "wishlists", "reviews", "views")) {
            assertThat(activity.getList(kind)).as(kind).hasSize(1);
        }
        asAdmin()
                .body(Map.of("customer", customer()))
                .put("/rest/V1/customers/external/" + key)
                .then()
                .statusCode(400)
                .body(
                        "message",
                        is("The customer with the external id %externalId was merged into the customer %survivorId."))
                .body("parameters.survivorId", is((int) stays));
    }

    @Test
    void orders_under_the_old_address_are_those_of_the_one_that_stays_until_somebody_else_has_it() {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        ActivityFixture.verify(other.get("email"));
        merge(stays, goes);
        Map<String, Object> first = order("customer_email", other.get("email"));
        report("orders", first).body("created", is(1));
        assertThat(SegmentFixture.count("select count(*) from sales_order where customer_id = ?", stays))
                .isEqualTo(1);
        create(with(customer(), "email", other.get("email")));
        report("orders", order("customer_email", other.get("email"))).body("created", is(1));
        assertThat(SegmentFixture.count("select count(*) from sales_order where customer_id = ?", stays))
                .isEqualTo(1);
    }

    @Test
    void an_account_that_was_merged_into_can_be_merged_itself() {
        long first = create(customer());
        long second = create(customer());
        long third = create(customer());
        long early = merge(second, first);
        long late = merge(third, second);
        asAdmin().get(CUSTOMERS + first).then().body("id", is((int) third));
        MergeFixture.undo(early)
                .statusCode(400)
                .body(
                        "message",
                        is(
                                "The customer %survivorId was merged into the customer %intoId since. Undo that merge first."))
                .body("parameters.survivorId", is((int) second))
                .body("parameters.intoId", is((int) third));
        MergeFixture.undo(late).statusCode(200).body("left", hasSize(0));
        asAdmin().get(CUSTOMERS + first).then().body("id", is((int) second));
        MergeFixture.undo(early).statusCode(200).body("left", hasSize(0));
        asAdmin().get(CUSTOMERS + first).then().body("id", is((int) first));
    }

    @Test
    void a_merge_leaves_one_entry_and_is_told_to_whoever_listens() {
        long stays = create(customer());
        long goes = create(with(customer(), "middlename", "Byron"));
        String request = AuditFixture.requestId();
        long id = asAdmin()
                .header("X-Request-Id", request)
                .body(body(stays, goes))
                .post(MergeFixture.MERGE)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        List<Map<String, Object>> entries = AuditFixture.entries(request);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst())
                .containsEntry("action", "customer.merged")
                .containsEntry("object_id", String.valueOf(stays))
                .containsEntry("after", Map.of("middlename", "Byron"));
        assertThat(entries.getFirst().get("detail")).isEqualTo(Map.of("merged_id", (int) goes, "merge_id", (int) id));
        assertThat(told(goes, "customer.merged")).isEqualTo(1);
        assertThat(told(stays, "customer.changed")).isEqualTo(1);
        assertThat(told(goes, "customer.deleted")).isZero();
        MergeFixture.undo(id).statusCode(200);
        assertThat(told(goes, "customer.unmerged")).isEqualTo(1);
        assertThat(told(stays, "customer.changed")).isEqualTo(2);
    }

    @Test
    void merges_can_be_found_by_whoever_may_see_their_website() {
        long stays = create(customer());
        long goes = create(customer());
        long id = merge(stays, goes);
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "merged_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", goes)
                .get("/rest/V1/merges/search")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of((int) id)))
                .body("items[0].survivor_id", is((int) stays))
                .body("items[0].is_undoable", is(true))
                .body("items[0].undone_at", nullValue());
        String elsewhere = SiteFixture.make().administrator(List.of("Magento_Customer::manage"));
        as(elsewhere)
                .get("/rest/V1/merges/search?searchCriteria")
                .then()
                .statusCode(200)
                .body("total_count", is(0));
        as(elsewhere).get("/rest/V1/merges/" + id).then().statusCode(404);
    }

    @Test
    void administrators_merge_over_graphql() {
        long stays = create(customer());
        long goes = create(with(customer(), "middlename", "Byron"));
        String input = "input: {survivor_id: \"" + stays + "\", merged_id: \"" + goes
                + "\", choices: [{field: \"middlename\", take: SURVIVOR}]}";
        JsonPath shown = GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "{ adminCustomerMergePreview(" + input
                                + ") { version fields { name value taken rule } parts { name moved kept } } }")
                .body("errors", nullValue())
                .body("data.adminCustomerMergePreview.fields.find { it.name == 'middlename' }.value", nullValue())
                .body("data.adminCustomerMergePreview.fields.find { it.name == 'middlename' }.taken", is("SURVIVOR"))
                .extract()
                .jsonPath();
        String version = shown.getString("data.adminCustomerMergePreview.version");
        GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "mutation { adminMergeCustomers(" + input + ", version: \"wrong\") { id } }")
                .body("errors[0].message", notNullValue());
        String id = GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "mutation { adminMergeCustomers(" + input + ", version: \"" + version
                                + "\") { id survivor_id merged_id undone_at } }")
                .body("errors", nullValue())
                .body("data.adminMergeCustomers.survivor_id", is(String.valueOf(stays)))
                .extract()
                .jsonPath()
                .getString("data.adminMergeCustomers.id");
        GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "mutation { adminUndoCustomerMerge(id: \"" + id
                                + "\") { merge { undone_at } left { part what reason } } }")
                .body("errors", nullValue())
                .body("data.adminUndoCustomerMerge.merge.undone_at", notNullValue())
                .body("data.adminUndoCustomerMerge.left", hasSize(0));
    }

    private void everything(long id) {
        report("orders", order("customer_id", id)).statusCode(200);
        report("carts", cart("customer_id", id)).statusCode(200);
        report("views", view("customer_id", id)).statusCode(200);
        report("wishlists", wishlist(id)).statusCode(200);
        report("reviews", review("customer_id", id)).statusCode(200);
        report("balances", balance(id)).statusCode(200);
    }

    private long told(long id, String type) {
        return SegmentFixture.count("select count(*) from event where type = '" + type + "' and customer_id = ?", id);
    }

    private static ValidatableResponse signIn(Object email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", PASSWORD))
                .post("/rest/V1/integration/customer/token")
                .then();
    }

    private static void change(long id, Map<String, Object> change) {
        asAdmin().body(Map.of("customer", change)).put(CUSTOMERS + id).then().statusCode(200);
    }

    private static Map<String, Object> versioned(Map<String, Object> body, String version) {
        Map<String, Object> merge = new HashMap<>();
        ((Map<?, ?>) body.get("merge")).forEach((name, value) -> merge.put(name.toString(), value));
        merge.put("version", version);
        return Map.of("merge", merge);
    }

    private static Map<String, Object> without(Map<String, Object> one, String key) {
        Map<String, Object> rest = new HashMap<>(one);
        rest.remove(key);
        return rest;
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> part(String name, int moved, int changed, int kept, int ended) {
        return Map.of("name", name, "moved", moved, "changed", changed, "kept", kept, "ended", ended);
    }

    private static Map<String, Object> part(JsonPath answer, String name) {
        return answer.getMap("parts.find { it.name == '" + name + "' }");
    }

    private static void field(
            JsonPath answer,
            String name,
            @Nullable String survivor,
            @Nullable String merged,
            String value,
            String taken,
            String rule) {
        Map<String, Object> field = answer.getMap("fields.find { it.name == '" + name + "' }");
        assertThat(field.get("survivor_value")).as(name).isEqualTo(survivor);
        assertThat(field.get("merged_value")).as(name).isEqualTo(merged);
        assertThat(field.get("value")).as(name).isEqualTo(value);
        assertThat(field).containsEntry("taken", taken).containsEntry("rule", rule);
    }
}
