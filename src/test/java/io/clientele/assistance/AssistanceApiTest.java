package io.clientele.assistance;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.assistance.AssistanceFixture.CONSENT;
import static io.clientele.assistance.AssistanceFixture.LOG;
import static io.clientele.assistance.AssistanceFixture.LOGIN;
import static io.clientele.assistance.AssistanceFixture.claims;
import static io.clientele.assistance.AssistanceFixture.generate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.assistance.AssistanceFixture.Administrator;
import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens with which administrators act for customers, over REST and GraphQL, and the log of it. */
@QuarkusTest
class AssistanceApiTest {

    private static final String DISABLED = "Login as Customer is disabled.";
    private static final String NOT_ALLOWED = "Allow remote shopping assistance is disabled.";

    @Test
    void an_administrator_gets_a_token_that_is_the_customers_and_names_the_administrator() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        Administrator helper = Administrator.make(List.of(LOGIN));
        String token = ada.token(helper.token(), Map.of("reason", " Lost card "))
                .statusCode(200)
                .extract()
                .as(String.class);
        as(token)
                .get(ada.site().path("/customers/me"))
                .then()
                .statusCode(200)
                .body("id", is((int) ada.id()))
                .body("email", is(ada.email()));
        assertThat(claims(token)).contains("\"admin_id\":" + helper.id()).contains("\"utypid\":3");
        assertThat(ada.log()).hasSize(1);
        Map<String, Object> entry = ada.log().getFirst();
        assertThat(entry)
                .containsEntry("admin_id", (int) helper.id())
                .containsEntry("admin_username", helper.username())
                .containsEntry("customer_id", (int) ada.id())
                .containsEntry("customer_email", ada.email())
                .containsEntry("website_id", ada.site().website())
                .containsEntry("action", "token")
                .containsEntry("reason", "Lost card")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("result", "success")
                .doesNotContainKey("message");
        assertThat(entry.get("created_at").toString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void the_store_header_picks_the_website_whose_account_it_is() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String token = generate(AdminFixture.token(), ada.email(), ada.site().code())
                .statusCode(200)
                .extract()
                .path("data.generateCustomerTokenAsAdmin.customer_token");
        as(token).get(ada.site().path("/customers/me")).then().body("id", is((int) ada.id()));
        refused(
                generate(AdminFixture.token(), ada.email(), "default"),
                "Customer email provided does not exist",
                "graphql-input");
    }

    @Test
    void what_can_be_wrong_is_looked_at_in_the_contracts_order() {
        AssistanceFixture ada = AssistanceFixture.make(false);
        String store = ada.site().code();
        String nothing = Administrator.make(List.of("Magento_Customer::manage")).token();
        String consent = Administrator.make(List.of(CONSENT)).token();
        String login = Administrator.make(List.of(LOGIN)).token();
        String both = Administrator.make(List.of(LOGIN, CONSENT)).token();
        String customer = ada.site().token(ada.email());
        refused(generate("", " ", store), "Specify the \"customer email\" value.", "graphql-input");
        refused(generate("", ada.email(), store), "The current customer isn't authorized.", "graphql-authorization");
        refused(
                generate(customer, ada.email(), store),
                "The current customer isn't authorized.",
                "graphql-authorization");
        refused(generate(nothing, "nobody@example.com", store), DISABLED, "graphql-authorization");
        refused(generate(consent, "nobody@example.com", store), DISABLED, "graphql-authorization");
        refused(generate(login, "nobody@example.com", store), NOT_ALLOWED, "graphql-authorization");
        refused(generate(both, "nobody@example.com", store), "Customer email provided does not exist", "graphql-input");
        refused(generate(both, ada.email(), store), NOT_ALLOWED, "graphql-authorization");
        assertThat(ada.log().getFirst()).containsEntry("result", "refused").containsEntry("message", NOT_ALLOWED);
    }

    @Test
    void without_consent_there_is_a_token_only_where_the_shop_does_not_ask_for_it() {
        AssistanceFixture ada = AssistanceFixture.make(false);
        String helper = Administrator.make(List.of(LOGIN, CONSENT)).token();
        ada.token(helper, Map.of())
                .statusCode(401)
                .body("message", is(NOT_ALLOWED))
                .body("parameters", nullValue());
        ada.code(helper, Map.of("reason", "Phone")).statusCode(401).body("message", is(NOT_ALLOWED));
        StoreFixture.set(
                "clientele/assistance/require_consent",
                "0",
                "websites",
                ada.site().website());
        ada.token(helper, Map.of()).statusCode(200);
        ada.code(helper, Map.of("reason", "Phone")).statusCode(200);
        generate(helper, ada.email(), ada.site().code()).statusCode(200).body("errors", nullValue());
        assertThat(ada.log())
                .extracting(entry -> entry.get("action") + " " + entry.get("result"))
                .containsExactly("token success", "code success", "token success", "code refused", "token refused");
    }

    @Test
    void the_shop_can_switch_it_off() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String code = ada.code(AdminFixture.token());
        StoreFixture.set("login_as_customer/general/enabled", "0", "default", 0);
        try {
            ada.token(AdminFixture.token(), Map.of()).statusCode(401).body("message", is(DISABLED));
            ada.code(AdminFixture.token(), Map.of("reason", "Phone"))
                    .statusCode(401)
                    .body("message", is(DISABLED));
            refused(generate(AdminFixture.token(), ada.email(), ada.site().code()), DISABLED, "graphql-authorization");
            refused(ada.exchange(code), DISABLED, "graphql-authorization");
        } finally {
            StoreFixture.inherit("login_as_customer/general/enabled", "default", 0);
        }
        ada.token(AdminFixture.token(), Map.of()).statusCode(200);
    }

    @Test
    void an_account_that_is_shut_gives_no_token() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        asAdmin().post("/rest/V1/customers/" + ada.id() + "/deactivate").then().statusCode(200);
        ada.token(AdminFixture.token(), Map.of())
                .statusCode(401)
                .body(
                        "message",
                        is("The account sign-in was incorrect or your account is disabled temporarily."
                                + " Please wait and try again later."));
        assertThat(ada.log()).hasSize(1);
        assertThat(ada.log().getFirst()).containsEntry("result", "refused");
    }

    @Test
    void an_administrator_acts_for_customers_of_the_own_websites_and_sees_the_log_of_them() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        AssistanceFixture eve = AssistanceFixture.make(true);
        String limited = ada.site().administrator(List.of(LOGIN, CONSENT, LOG));
        ada.token(limited, Map.of()).statusCode(200);
        eve.token(limited, Map.of())
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters", is(Map.of("fieldName", "customerId", "fieldValue", (int) eve.id())));
        eve.code(limited, Map.of("reason", "Phone")).statusCode(404);
        refused(
                generate(limited, eve.email(), eve.site().code()),
                "Customer email provided does not exist",
                "graphql-input");
        eve.token(AdminFixture.token(), Map.of()).statusCode(200);
        ada.log(limited).body("total_count", is(1)).body("items[0].result", is("success"));
        eve.log(limited).body("total_count", is(0)).body("items", empty());
        as(limited)
                .get("/rest/V1/loginAsCustomer/log/search?searchCriteria[page_size]=50")
                .then()
                .statusCode(200)
                .body("items.website_id.unique()", equalTo(List.of(ada.site().website())));
    }

    @Test
    void the_log_is_found_by_all_that_it_shows() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        Administrator helper = Administrator.make(List.of(LOGIN));
        ada.token(helper.token(), Map.of("reason", "Lost card")).statusCode(200);
        ada.code(helper.token());
        found(helper, "reason", "lost CARD", "token");
        found(helper, "action", "code", "code");
        found(helper, "customer_email", ada.email(), "token", "code");
        found(helper, "website_id", Integer.toString(ada.site().website()), "token", "code");
        found(helper, "result", "success", "token", "code");
        found(helper, "result", "refused");
        found(helper, "address", "127.0.0.1", "token", "code");
        found(helper, "admin_id", Long.toString(helper.id()), "token", "code");
        found(helper, "created_at", "2001-01-01 00:00:00");
        asAdmin()
                .get("/rest/V1/loginAsCustomer/log/search?searchCriteria[filter_groups][0][filters][0][field]=nothing"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=1")
                .then()
                .statusCode(400)
                .body("message", is("Invalid attribute name: %1"));
    }

    @Test
    void the_log_outlives_customer_and_administrator() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        Administrator helper = Administrator.make(List.of(LOGIN));
        ada.token(helper.token(), Map.of()).statusCode(200);
        ada.code(helper.token());
        asAdmin().delete("/rest/V1/customers/" + ada.id()).then().statusCode(200);
        asAdmin().delete("/rest/V1/admin/users/" + helper.id()).then().statusCode(200);
        assertThat(ada.log())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("admin_username", helper.username())
                        .doesNotContainKey("customer_email"));
    }

    @Test
    void a_storefront_learns_what_to_write_beside_the_box_and_where_to_lead_after_signing_in() {
        SiteFixture site = SiteFixture.make();
        config(site)
                .body("shopping_assistance_checkbox_title", is("Allow remote shopping assistance"))
                .body("shopping_assistance_checkbox_tooltip", is(""))
                .body("redirect_to_account_dashboard", is(false));
        StoreFixture.set(
                "login_as_customer/general/shopping_assistance_checkbox_title", "Help me", "stores", site.view());
        StoreFixture.set(
                "login_as_customer/general/shopping_assistance_checkbox_tooltip", "Why", "websites", site.website());
        StoreFixture.set("customer/startup/redirect_dashboard", "1", "websites", site.website());
        config(site)
                .body("shopping_assistance_checkbox_title", is("Help me"))
                .body("shopping_assistance_checkbox_tooltip", is("Why"))
                .body("redirect_to_account_dashboard", is(true));
        config(new SiteFixture(1, 1, 1, "default")).body("redirect_to_account_dashboard", is(false));
    }

    private static ValidatableResponse config(SiteFixture site) {
        return given().contentType("application/json")
                .header("Store", site.code())
                .body(Map.of(
                        "query",
                        "{ storeConfig { shopping_assistance_checkbox_title shopping_assistance_checkbox_tooltip"
                                + " redirect_to_account_dashboard } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .rootPath("data.storeConfig");
    }

    private static void found(Administrator helper, String field, String value, String... actions) {
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "admin_username")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", helper.username())
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", value)
                .get("/rest/V1/loginAsCustomer/log/search")
                .then()
                .statusCode(200)
                .body("items.action", containsInAnyOrder(actions));
    }

    private static void refused(ValidatableResponse answer, String message, String category) {
        answer.body("errors[0].message", is(message)).body("errors[0].extensions.category", is(category));
    }
}
