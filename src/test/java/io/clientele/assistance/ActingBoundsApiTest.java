package io.clientele.assistance;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.graphql;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator cannot do in a customer's account, and when the token ends. */
@QuarkusTest
class ActingBoundsApiTest {

    private static final String LOGIN = "Magento_LoginAsCustomer::login";
    private static final String ONLY_THE_CUSTOMER = "This can't be done on behalf of the customer.";
    private static final String ME = "/rest/V1/customers/me";

    private Map<String, Object> ada = Map.of();
    private long id;

    @BeforeEach
    void make_a_customer_who_allows_assistance() {
        ada = with(customer(), "extension_attributes", Map.of("assistance_allowed", 2));
        id = create(ada);
    }

    @Test
    void what_is_the_customer_s_alone_cannot_be_done_for_the_customer() {
        String carried = carried(AdminFixture.token());
        as(carried)
                .body(Map.of("currentPassword", PASSWORD, "newPassword", "Other-Passw0rd"))
                .put(ME + "/password")
                .then()
                .statusCode(401)
                .body("message", is(ONLY_THE_CUSTOMER));
        as(carried)
                .body(Map.of("customer", with(ada, "email", "new" + ada.get("email")), "password", PASSWORD))
                .put(ME)
                .then()
                .statusCode(401)
                .body("message", is(ONLY_THE_CUSTOMER));
        for (String mutation : List.of(
                "deleteCustomer",
                "updateCustomerEmail(email: \"new" + ada.get("email") + "\", password: \"" + PASSWORD
                        + "\") { customer { email } }",
                "changeCustomerPassword(currentPassword: \"" + PASSWORD
                        + "\", newPassword: \"Other-Passw0rd\") { email }")) {
            graphql(carried, "mutation { " + mutation + " }")
                    .statusCode(403)
                    .body("errors[0].message", is(ONLY_THE_CUSTOMER))
                    .body("errors[0].extensions.category", is("graphql-authorization"));
        }
        as(carried).body(body(with(ada, "firstname", "Augusta"))).put(ME).then().statusCode(200);
        as(token(ada.get("email")))
                .get(ME)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"))
                .body("email", is(ada.get("email")));
    }

    @Test
    void signing_out_ends_what_the_administrator_carries_and_not_the_customer_s_own() {
        String own = token(ada.get("email"));
        for (boolean rest : new boolean[] {true, false}) {
            String carried = carried(AdminFixture.token());
            if (rest) {
                as(carried)
                        .post("/rest/V1/integration/customer/revoke-customer-token")
                        .then()
                        .statusCode(200);
            } else {
                graphql(carried, "mutation { revokeCustomerToken { result } }").body("errors", nullValue());
            }
            as(carried).get(ME).then().statusCode(401);
            as(own).get(ME).then().statusCode(200);
        }
        String carried = carried(AdminFixture.token());
        as(own).post("/rest/V1/integration/customer/revoke-customer-token")
                .then()
                .statusCode(200);
        as(own).get(ME).then().statusCode(401);
        as(carried).get(ME).then().statusCode(401);
    }

    @Test
    void withdrawing_the_consent_ends_what_goes_on_under_it() {
        String own = token(ada.get("email"));
        String carried = carried(AdminFixture.token());
        consent(own, false);
        as(carried).get(ME).then().statusCode(401);
        as(own).get(ME).then().statusCode(200);
    }

    @Test
    void whoever_acts_for_a_customer_cannot_allow_it_as_well() {
        StoreFixture.set("clientele/assistance/require_consent", "0", "websites", 1);
        try {
            consent(token(ada.get("email")), false);
            consent(carried(AdminFixture.token()), true);
            asAdmin().get("/rest/V1/customers/" + id).then().body("extension_attributes.assistance_allowed", is(1));
        } finally {
            StoreFixture.inherit("clientele/assistance/require_consent", "websites", 1);
        }
    }

    @Test
    void a_token_ends_when_the_administrator_may_not_sign_in_as_customers_any_more() {
        long role = AdminFixture.role(List.of(LOGIN));
        String carried = carried(AdminFixture.ofRole(role));
        int other = StoreFixture.website(StoreFixture.code("acting"));
        for (Map<String, ?> less : List.of(
                Map.of("resources", List.of("Magento_Customer::manage")),
                Map.of("resources", List.of(LOGIN), "website_ids", List.of(other)))) {
            as(carried).get(ME).then().statusCode(200);
            change(role, less);
            as(carried).get(ME).then().statusCode(401);
            change(role, Map.of("resources", List.of(LOGIN), "website_ids", List.of()));
        }
    }

    private String carried(String admin) {
        return as(admin)
                .body("{}")
                .post("/rest/V1/customers/" + id + "/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
    }

    private static void consent(String token, boolean allowed) {
        graphql(
                        token,
                        "mutation { updateCustomerV2(input: {allow_remote_shopping_assistance: " + allowed
                                + "}) { customer { email } } }")
                .body("errors", nullValue());
    }

    private static void change(long role, Map<String, ?> change) {
        asAdmin()
                .body(Map.of("role", change))
                .put("/rest/V1/admin/roles/" + role)
                .then()
                .statusCode(200);
    }
}
