package io.clientele.overview;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.activity.ActivityFixture;
import io.clientele.activity.history.HistoryFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The detail view of a customer, over REST and GraphQL. */
@QuarkusTest
class OverviewApiTest {

    private static final String MANAGE = "Magento_Customer::manage";

    @AfterEach
    void delete_the_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void one_answer_holds_what_all_features_know_of_a_customer() {
        String name = SegmentFixture.name();
        Map<String, Object> sent = with(customerWithAddresses(2), "lastname", name);
        long id = create(sent);
        token(sent.get("email"));
        long segment = SegmentFixture.create(SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name))));
        HistoryFixture.placed(id, "2026-01-05T00:00:00Z", "grand_total", "36.00");
        String last = HistoryFixture.placed(id, "2026-02-05T00:00:00Z", "grand_total", "64.00");
        HistoryFixture.placed(id, "2026-03-05T00:00:00Z", "status", "canceled");
        String review = HistoryFixture.reviewed(id, "LAMP-9", 4, "2026-01-06T00:00:00Z");
        HistoryFixture.wished(id, "LAMP-9");
        ActivityFixture.report("carts", ActivityFixture.cart("customer_id", id)).statusCode(200);
        change(id, Map.of("group_id", 2, "extension_attributes", Map.of("is_subscribed", true)));
        overview(id)
                .body("customer.id", is((int) id))
                .body("customer.lastname", is(name))
                .body("customer.addresses", hasSize(2))
                .body("account.is_active", is(true))
                .body("account.is_confirmed", is(true))
                .body("account.lock_expires", nullValue())
                .body("account.last_sign_in_at", notNullValue())
                .body("group.id", is(2))
                .body("group.code", is("Wholesale"))
                .body("group.reason", is("manual"))
                .body("group.since", notNullValue())
                .body("statistics.orders_count", is(2))
                .body("statistics.lifetime_value", is(100.0f))
                .body("statistics.average_order_value", is(50.0f))
                .body("activity.orders", hasSize(3))
                .body("activity.orders.external_id", hasItem(last))
                .body("activity.statistics[0].cancelled_count", is(1))
                .body("activity.statistics[0].currency", is("USD"))
                .body("activity.carts", hasSize(1))
                .body("activity.wishlists", hasSize(1))
                .body("activity.reviews.external_id", equalTo(List.of(review)))
                .body("segments.id", equalTo(List.of((int) segment)))
                .body("segments[0].entered_at", notNullValue())
                .body("newsletter.status", equalTo(List.of(1)))
                .body("newsletter.website_id", equalTo(List.of(1)))
                .body("consents", empty())
                .body("recent_changes.action", hasItem("customer.group.changed"))
                .body("recent_changes.action", hasItem("customer.created"))
                .body("recent_changes.action", not(hasItem("customer.signed_in")))
                .body("recent_changes.object_id", everyItem(is(Long.toString(id))));
    }

    @Test
    void a_new_customer_has_an_overview_in_which_nothing_has_happened() {
        long id = createByAdmin(customer());
        overview(id)
                .body("account.last_sign_in_at", nullValue())
                .body("group.id", is(1))
                .body("group.reason", is("default"))
                .body("group", not(hasKey("since")))
                .body("statistics.orders_count", is(0))
                .body("statistics.lifetime_value", is(0.0f))
                .body("statistics", not(hasKey("average_order_value")))
                .body("activity.orders", empty())
                .body("segments", empty())
                .body("newsletter", empty())
                .body("recent_changes.action", equalTo(List.of("customer.created")));
    }

    @Test
    void the_reason_of_the_group_is_the_last_one_whatever_happened_since() {
        long id = createByAdmin(with(customer(), "group_id", 3));
        overview(id).body("group.code", is("Retailer")).body("group.reason", is("given"));
        change(id, Map.of("group_id", 2));
        for (int i = 0; i < 25; i++) {
            change(id, Map.of("firstname", "Ada" + i));
        }
        overview(id)
                .body("group.reason", is("manual"))
                .body("recent_changes", hasSize(20))
                .body("recent_changes.action", everyItem(is("customer.changed")))
                .body("recent_changes[0].after.firstname", is("Ada24"));
    }

    @Test
    void who_may_not_read_the_audit_log_sees_why_the_group_and_no_entries() {
        long id = createByAdmin(customer());
        change(id, Map.of("group_id", 2));
        as(administrator(List.of(MANAGE)))
                .get("/rest/V1/customers/" + id + "/overview")
                .then()
                .statusCode(200)
                .body("group.reason", is("manual"))
                .body("$", not(hasKey("recent_changes")));
        String reader = administrator(List.of(MANAGE, "Magento_Customer::customer"));
        GraphQLFixture.graphql(
                        reader, "{ adminCustomer(id: " + id + ") { history { group_reason recent_changes { id } } } }")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.adminCustomer.history.group_reason", is("manual"))
                .body("data.adminCustomer.history.recent_changes", nullValue());
    }

    @Test
    void an_administrator_of_some_websites_sees_their_customers_only_and_what_is_theirs() {
        SiteFixture site = SiteFixture.make();
        long here = createByAdmin(with(customer(), "website_id", site.website()));
        long elsewhere = createByAdmin(customer());
        String limited = site.administrator(List.of(MANAGE, "Clientele_Audit::view"));
        HistoryFixture.placed(here, "2026-01-05T00:00:00Z", "website_id", site.website());
        // As of one who has moved: a newsletter of each website.
        SegmentFixture.run(
                "insert into newsletter_subscriber (website_id, store_id, customer_id, email, email_key, status,"
                        + " unsubscribe_tokens, created_at, changed_at) select w.id, 1, c.id, c.email, c.email_key, 1,"
                        + " array['t' || w.id || '-' || c.id], c.created_at, c.created_at"
                        + " from customer c, website w where c.id = ? and w.id in (1, ?)",
                here,
                site.website());
        overview(here).body("newsletter.website_id", equalTo(List.of(1, site.website())));
        as(limited)
                .get("/rest/V1/customers/" + here + "/overview")
                .then()
                .statusCode(200)
                .body("activity.orders", hasSize(1))
                .body("newsletter.website_id", equalTo(List.of(site.website())))
                .body("recent_changes.website_id", everyItem(is(site.website())));
        as(limited)
                .get("/rest/V1/customers/" + elsewhere + "/overview")
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("customerId"))
                .body("parameters.fieldValue", is((int) elsewhere));
        as(administrator(List.of("Magento_Customer::customer")))
                .get("/rest/V1/customers/" + here + "/overview")
                .then()
                .statusCode(401)
                .body("parameters.resources", is(MANAGE));
    }

    @Test
    void graphql_tells_the_same_of_one_customer_and_of_a_page() {
        String name = SegmentFixture.name();
        long id = createByAdmin(with(customer(), "lastname", name));
        createByAdmin(with(customer(), "lastname", name));
        long segment = SegmentFixture.create(SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name))));
        HistoryFixture.placed(id, "2026-01-05T00:00:00Z", "grand_total", "36.00");
        change(id, Map.of("group_id", 2, "extension_attributes", Map.of("is_subscribed", true)));
        String fields = "id overview { last_sign_in_at orders_count lifetime_value segments { id name }"
                + " newsletter { website_id status } consents { client_name } }"
                + " history { group_code group_reason group_since recent_changes { action } } activity { orders { external_id } }";
        GraphQLFixture.graphql(AdminFixture.token(), "{ adminCustomer(id: " + id + ") { " + fields + " } }")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.adminCustomer.overview.orders_count", is(1))
                .body("data.adminCustomer.overview.lifetime_value", is(36.0f))
                .body("data.adminCustomer.overview.segments.id", equalTo(List.of(Long.toString(segment))))
                .body("data.adminCustomer.overview.newsletter.status", equalTo(List.of(1)))
                .body("data.adminCustomer.history.group_code", is("Wholesale"))
                .body("data.adminCustomer.history.group_reason", is("manual"))
                .body("data.adminCustomer.history.recent_changes.action", hasItem("customer.group.changed"));
        GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "{ adminCustomers(filter: [{field: \"segment_id\", value: \"" + segment
                                + "\"}], sort: [{field: \"orders_count\", direction: DESC}]) { total_count items { "
                                + fields + " } } }")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.adminCustomers.total_count", is(2))
                .body("data.adminCustomers.items.overview.orders_count", equalTo(List.of(1, 0)))
                .body("data.adminCustomers.items.history.group_reason", equalTo(List.of("manual", "default")));
    }

    private static ValidatableResponse overview(long id) {
        return asAdmin().get("/rest/V1/customers/" + id + "/overview").then().statusCode(200);
    }

    private static void change(long id, Map<String, Object> draft) {
        asAdmin()
                .body(Map.of("customer", draft))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }
}
