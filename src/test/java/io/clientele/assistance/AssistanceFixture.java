package io.clientele.assistance;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;

import io.clientele.AdminFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A customer of a site of its own, and what administrators and storefronts do to act for it. */
record AssistanceFixture(SiteFixture site, long id, String email) {

    static final String LOGIN = "Magento_LoginAsCustomer::login";
    static final String CONSENT = "Magento_LoginAsCustomer::allow_shopping_assistance";
    static final String LOG = "Magento_LoginAsCustomerLog::login_log";

    private static final String EXCHANGE =
            "mutation($email: String!, $otp: String!) { exchangeOtpForCustomerToken(email: $email, otp: $otp) { token } }";
    private static final String GENERATE =
            "mutation($email: String!) { generateCustomerTokenAsAdmin(input: {customer_email: $email}) { customer_token } }";

    /** A customer who allows assistance, or does not. */
    static AssistanceFixture make(boolean allowed) {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> ada =
                with(customer(), "extension_attributes", Map.of("assistance_allowed", allowed ? 2 : 1));
        return new AssistanceFixture(site, site.create(ada), ada.get("email").toString());
    }

    ValidatableResponse token(String token, Map<String, ?> body) {
        return as(token).body(body).post("/rest/V1/customers/" + id + "/token").then();
    }

    ValidatableResponse code(String token, Map<String, ?> body) {
        return as(token).body(body).post("/rest/V1/customer/" + id + "/otp").then();
    }

    /** A one-time code that the administrator asked for. */
    String code(String token) {
        return code(token, Map.of("reason", "Asked by phone"))
                .statusCode(200)
                .extract()
                .path("otp");
    }

    ValidatableResponse exchange(String otp) {
        return exchange(email, otp);
    }

    ValidatableResponse exchange(String address, String otp) {
        return given().contentType("application/json")
                .header("Store", site.code())
                .body(Map.of("query", EXCHANGE, "variables", Map.of("email", address, "otp", otp)))
                .post("/graphql")
                .then();
    }

    /** {@code generateCustomerTokenAsAdmin} on the store view of the code. */
    static ValidatableResponse generate(String token, String address, String store) {
        var request = token.isEmpty() ? given().contentType("application/json") : as(token);
        return request.header("Store", store)
                .body(Map.of("query", GENERATE, "variables", Map.of("email", address)))
                .post("/graphql")
                .then();
    }

    /** What the log says of the customer, the latest first. */
    List<Map<String, Object>> log() {
        return log(AdminFixture.token()).extract().path("items");
    }

    ValidatableResponse log(String token) {
        return as(token)
                .get(
                        "/rest/V1/loginAsCustomer/log/search?searchCriteria[filter_groups][0][filters][0][field]=customer_id"
                                + "&searchCriteria[filter_groups][0][filters][0][value]=" + id
                                + "&searchCriteria[sort_orders][0][field]=id&searchCriteria[sort_orders][0][direction]=DESC")
                .then()
                .statusCode(200);
    }

    static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** An administrator of all websites. */
    record Administrator(long id, String username, String token) {

        static Administrator make(List<String> resources) {
            String name = StoreFixture.code("helper");
            int role = asAdmin()
                    .body(Map.of("role", Map.of("name", name, "resources", resources)))
                    .post("/rest/V1/admin/roles")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id");
            Map<String, Object> user = Map.of(
                    "username",
                    name,
                    "email",
                    name + "@example.com",
                    "firstname",
                    "Hel",
                    "lastname",
                    "Per",
                    "password",
                    "Helper-Pass-1",
                    "role_id",
                    role);
            long id = asAdmin()
                    .body(Map.of("user", user))
                    .post("/rest/V1/admin/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("id");
            return new Administrator(id, name, AdminFixture.token(name, "Helper-Pass-1"));
        }
    }
}
