package io.clientele.presence;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.GraphQLFixture.graphql;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is online, and visitors. */
@QuarkusTest
class PresenceApiTest {

    private static final String INTERVAL = "customer/online_customers/online_minutes_interval";
    private static final String HEADER = "X-Clientele-Visitor";
    private static final String REFERER = "https://shop.example/cart?coupon=SECRET#pay";

    @Inject
    PresenceService presence;

    @Inject
    OldPresenceRemoval removal;

    @Inject
    Database database;

    @Inject
    Tokens tokens;

    @Test
    void whoever_signs_in_is_online_with_all_there_is_to_show() {
        Map<String, Object> ada = customerWithAddresses(1);
        @SuppressWarnings("unchecked")
        Map<String, Object> address = new HashMap<>(((List<Map<String, Object>>) ada.get("addresses")).get(0));
        address.put("company", "Analytical Engines");
        ada.put("addresses", List.of(address));
        long id = create(ada);
        forget(id);
        given().contentType(ContentType.JSON)
                .header("Referer", REFERER)
                .body(Map.of("username", ada.get("email"), "password", CustomerFixture.PASSWORD))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(200);
        online("email", ada.get("email"))
                .body("items", hasSize(1))
                .body("items[0].id", is((int) id))
                .body("items[0].type", is("customer"))
                .body("items[0].firstname", is("Ada"))
                .body("items[0].lastname", is("Lovelace"))
                .body("items[0].company", is("Analytical Engines"))
                .body("items[0].website_id", is(1))
                .body("items[0].last_url", is("https://shop.example/cart"))
                .body("items[0].last_activity", matchesPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                .body("total_count", is(1));
        graphql(
                        AdminFixture.token(),
                        "{ adminOnline(filter: [{field: \"email\", value: \"" + ada.get("email")
                                + "\"}]) { total_count items { id type email company last_url last_activity } } }")
                .body("data.adminOnline.total_count", is(1))
                .body("data.adminOnline.items[0].id", is(Long.toString(id)))
                .body("data.adminOnline.items[0].type", is("CUSTOMER"))
                .body("data.adminOnline.items[0].last_url", is("https://shop.example/cart"));
    }

    @Test
    void registering_and_changes_count_and_reading_does_not() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        online("id", id, "type", "customer").body("items", hasSize(1));
        String token = tokens.issue(Subject.customer(id), 1);
        forget(id);
        as(token).get("/rest/V1/customers/me").then().statusCode(200);
        graphql(token, "{ customer { email } }").body("errors", nullValue());
        as(token).body("{}").put("/rest/V1/customers/me").then().statusCode(400);
        graphql(token, "mutation { deleteCustomerAddress(id: 987654321) }").body("errors", hasSize(1));
        online("id", id, "type", "customer").body("items", empty());
        graphql(token, "mutation { updateCustomerV2(input: {firstname: \"Augusta\"}) { customer { firstname } } }")
                .body("errors", nullValue());
        online("id", id, "type", "customer").body("items", hasSize(1));
        forget(id);
        as(token).body(body(ada)).put("/rest/V1/customers/me").then().statusCode(200);
        online("id", id, "type", "customer").body("items", hasSize(1));
        long entered = createByAdmin(customer());
        online("id", entered, "type", "customer").body("items", empty());
    }

    @Test
    void an_administrator_who_acts_for_a_customer_does_not_make_the_customer_online() {
        Map<String, Object> ada = customer();
        long id = createByAdmin(ada);
        String token = tokens.issueFor(Subject.customer(id), 1, 1);
        as(token).body(body(ada)).put("/rest/V1/customers/me").then().statusCode(200);
        online("id", id, "type", "customer").body("items", empty());
    }

    @Test
    void online_lasts_for_the_minutes_of_the_setting_and_fifteen_without_one() {
        long id = create(customer());
        online("id", id, "type", "customer").body("items", hasSize(1));
        later(Duration.ofMinutes(14));
        online("id", id, "type", "customer").body("items", hasSize(1));
        later(Duration.ofMinutes(16));
        online("id", id, "type", "customer").body("items", empty());
        StoreFixture.set(INTERVAL, "30", "default", 0);
        try {
            online("id", id, "type", "customer").body("items", hasSize(1));
            later(Duration.ofMinutes(31));
            online("id", id, "type", "customer").body("items", empty());
        } finally {
            StoreFixture.inherit(INTERVAL, "default", 0);
        }
    }

    @Test
    void a_visitor_has_a_token_and_is_online() {
        Map<String, Object> visitor = visitor();
        String token = (String) visitor.get("token");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        online("id", visitor.get("visitor_id"), "type", "visitor")
                .body("items", hasSize(1))
                .body("items[0].email", nullValue());
        for (Map<String, String> headers : List.of(Map.of(HEADER, token), Map.of("Authorization", "Bearer " + token))) {
            given().headers(headers)
                    .get("/rest/V1/visitors/me/context")
                    .then()
                    .statusCode(200)
                    .body("visitor_id", is(visitor.get("visitor_id")))
                    .body("website_id", is(1))
                    .body("group_id", is(0))
                    .body("tax_class_id", is(3));
        }
        for (String wrong : List.of("", "x", "A".repeat(43), token.toLowerCase(java.util.Locale.ROOT) + "a")) {
            given().header(HEADER, wrong)
                    .get("/rest/V1/visitors/me/context")
                    .then()
                    .statusCode(401)
                    .body("message", is("The visitor isn't known. Ask for a new visitor token."));
        }
        assertThat(database.list(
                        SqlFragment.of("select 1 from visitor v where v::text like ?", "%" + token + "%"), row -> 1))
                .isEmpty();
    }

    @Test
    void signing_in_makes_the_visitor_the_customer_s_once() {
        for (boolean registers : new boolean[] {true, false}) {
            Map<String, Object> visitor = visitor();
            String token = (String) visitor.get("token");
            Map<String, Object> ada = customer();
            long id = registers ? 0 : create(ada);
            if (registers) {
                graphqlAs(
                        token,
                        "mutation { createCustomerV2(input: {firstname: \"Ada\", lastname: \"L\", email: \""
                                + ada.get("email") + "\", password: \"" + CustomerFixture.PASSWORD
                                + "\"}) { customer { email } } }");
                id = asAdmin()
                        .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=email"
                                + "&searchCriteria[filter_groups][0][filters][0][value]=" + ada.get("email"))
                        .jsonPath()
                        .getLong("items[0].id");
            } else {
                graphqlAs(
                        token,
                        "mutation { generateCustomerToken(email: \"" + ada.get("email") + "\", password: \""
                                + CustomerFixture.PASSWORD + "\") { token } }");
            }
            assertThat(owner(visitor)).isEqualTo(id);
            given().header(HEADER, token)
                    .get("/rest/V1/visitors/me/context")
                    .then()
                    .statusCode(401);
            online("id", visitor.get("visitor_id"), "type", "visitor").body("items", empty());
            Map<String, Object> eve = customer();
            create(eve);
            graphqlAs(
                    token,
                    "mutation { generateCustomerToken(email: \"" + eve.get("email") + "\", password: \""
                            + CustomerFixture.PASSWORD + "\") { token } }");
            assertThat(owner(visitor)).isEqualTo(id);
        }
    }

    @Test
    void what_a_visitor_changes_counts_and_old_visitors_are_forgotten() {
        Map<String, Object> visitor = visitor();
        String token = (String) visitor.get("token");
        later(Duration.ofMinutes(20));
        online("id", visitor.get("visitor_id"), "type", "visitor").body("items", empty());
        given().contentType(ContentType.JSON)
                .header(HEADER, token)
                .header("Referer", "javascript:alert(1)")
                .body(body(customer()))
                .header("Authorization", "Bearer " + AdminFixture.token())
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
        online("id", visitor.get("visitor_id"), "type", "visitor").body("items", empty());
        given().contentType(ContentType.JSON)
                .header(HEADER, token)
                .header("Referer", "javascript:alert(1)")
                .body(Map.of("customerEmail", CustomerFixture.email()))
                .post("/rest/V1/customers/isEmailAvailable")
                .then()
                .statusCode(200);
        online("id", visitor.get("visitor_id"), "type", "visitor")
                .body("items", hasSize(1))
                .body("items[0].last_url", nullValue());
        later(Duration.ofDays(31));
        given().header(HEADER, token).get("/rest/V1/visitors/me/context").then().statusCode(401);
        removal.remove();
        assertThat(database.list(
                        SqlFragment.of(
                                "select 1 from visitor where id = ?", ((Number) visitor.get("visitor_id")).longValue()),
                        row -> 1))
                .isEmpty();
    }

    @Test
    void no_more_visitors_are_made_in_a_second_than_the_deployment_allows() {
        Clock still = Clock.fixed(Clock.systemUTC().instant().plusSeconds(5), ZoneOffset.UTC);
        QuarkusMock.installMockForType(still, Clock.class);
        for (int i = 0; i < 100; i++) {
            given().post("/rest/V1/visitors").then().statusCode(200);
        }
        given().post("/rest/V1/visitors")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("message", is("Too many visitors come at once. Please try again later."));
        QuarkusMock.installMockForType(Clock.offset(still, Duration.ofSeconds(1)), Clock.class);
        given().post("/rest/V1/visitors").then().statusCode(200);
    }

    @Test
    void administrators_limited_to_websites_see_who_is_online_on_theirs() {
        String code = StoreFixture.code("online");
        int website = StoreFixture.website(code);
        int group = StoreFixture.group(website, code);
        StoreFixture.view(website, group, code, true);
        int there = given().post("/rest/" + code + "/V1/visitors")
                .then()
                .statusCode(200)
                .extract()
                .path("visitor_id");
        visitor();
        String limited = AdminFixture.administrator(List.of("Magento_Customer::online"), website);
        as(limited)
                .get("/rest/V1/online/search?searchCriteria[filter_groups][0][filters][0][field]=type"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=visitor")
                .then()
                .statusCode(200)
                .body("items.id", contains(there));
    }

    @Test
    void a_note_of_somebody_who_is_gone_does_not_lose_the_others() {
        long gone = create(customer());
        long here = create(customer());
        forget(here);
        asAdmin().delete("/rest/V1/customers/" + gone).then().statusCode(200);
        presence.active(gone);
        presence.active(here);
        online("id", here, "type", "customer").body("items", hasSize(1));
    }

    private Map<String, Object> visitor() {
        return given().post("/rest/V1/visitors")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    private static void graphqlAs(String visitor, String document) {
        given().contentType(ContentType.JSON)
                .header(HEADER, visitor)
                .body(Map.of("query", document))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    private long owner(Map<String, Object> visitor) {
        return database.first(
                        SqlFragment.of(
                                "select customer_id from visitor where id = ?",
                                ((Number) visitor.get("visitor_id")).longValue()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** As if the customer had never been there. */
    private void forget(long id) {
        presence.flush();
        database.run(SqlFragment.of("delete from customer_presence where customer_id = ?", id));
    }

    private static void later(Duration time) {
        Instant moment = Instant.now().plus(time);
        QuarkusMock.installMockForType(Clock.fixed(moment, ZoneOffset.UTC), Clock.class);
    }

    private ValidatableResponse online(Object... fieldsAndValues) {
        presence.flush();
        StringBuilder query = new StringBuilder("/rest/V1/online/search?");
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            String filter = "searchCriteria[filter_groups][" + i / 2 + "][filters][0]";
            query.append(filter).append("[field]=").append(fieldsAndValues[i]).append('&');
            query.append(filter)
                    .append("[value]=")
                    .append(fieldsAndValues[i + 1])
                    .append('&');
        }
        // The token is as old as the test; a moved clock would end it.
        return as(tokens.issue(Subject.admin(1), 0))
                .get(query.toString())
                .then()
                .statusCode(200);
    }
}
