package io.clientele.assistance;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code extension_attributes.assistance_allowed} of customers: 1 it is not, 2 it is. */
@QuarkusTest
class AssistanceConsentApiTest {

    private static final String SHOWN = "extension_attributes.assistance_allowed";
    private static final String CONSENT = "Magento_LoginAsCustomer::allow_shopping_assistance";

    @Test
    void assistance_is_not_allowed_until_somebody_says_so() {
        long id = createByAdmin(customer());
        asAdmin().get("/rest/V1/customers/" + id).then().body(SHOWN, is(1));
        for (int wanted : new int[] {2, 2, 1, 1, 2}) {
            asAdmin()
                    .body(body(assistance(Map.of(), wanted)))
                    .put("/rest/V1/customers/" + id)
                    .then()
                    .statusCode(200)
                    .body(SHOWN, is(wanted));
        }
        asAdmin()
                .body(body(Map.of("firstname", "Augusta")))
                .put("/rest/V1/customers/" + id)
                .then()
                .body(SHOWN, is(2));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
    }

    @Test
    void customers_decide_for_themselves() {
        Map<String, Object> ada = customer();
        given().contentType(ContentType.JSON)
                .body(Map.of("customer", assistance(ada, 2), "password", PASSWORD))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body(SHOWN, is(2));
        as(token(ada.get("email")))
                .body(body(assistance(ada, 1)))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body(SHOWN, is(1));
        as(token(ada.get("email"))).get("/rest/V1/customers/me").then().body(SHOWN, is(1));
    }

    @Test
    void an_administrator_without_the_right_to_decide_changes_the_rest_only() {
        long id = create(customer());
        String without = administrator(List.of("Magento_Customer::manage"));
        String with = administrator(List.of("Magento_Customer::manage", CONSENT));
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + without)
                .body(body(assistance(customer(), 2)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body("firstname", is("Ada"))
                .body(SHOWN, is(1));
        as(without)
                .body(body(with(assistance(Map.of(), 2), "firstname", "Augusta")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"))
                .body(SHOWN, is(1));
        as(with).body(body(assistance(Map.of(), 2)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body(SHOWN, is(2));
        String consent = administrator(List.of("Magento_Customer::group", CONSENT));
        as(consent)
                .body(body(assistance(customer(), 2)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body(SHOWN, is(2));
    }

    @Test
    void another_number_is_refused() {
        asAdmin()
                .body(body(assistance(customer(), 3)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", is(Map.of("fieldName", "assistance_allowed", "value", 3)));
    }

    private static Map<String, Object> assistance(Map<String, Object> customer, int wanted) {
        return with(customer, "extension_attributes", Map.of("assistance_allowed", wanted));
    }
}
