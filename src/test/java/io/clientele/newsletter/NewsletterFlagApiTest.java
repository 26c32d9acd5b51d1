package io.clientele.newsletter;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code extension_attributes.is_subscribed} of customers. */
@QuarkusTest
class NewsletterFlagApiTest {

    @Test
    void a_new_customer_is_not_subscribed_unless_it_says_so() {
        asAdmin()
                .get("/rest/V1/customers/" + createByAdmin(customer()))
                .then()
                .body("extension_attributes.is_subscribed", is(false));
        asAdmin()
                .body(body(subscribed(customer(), true)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(true));
    }

    @Test
    void the_flag_is_kept_until_it_is_changed() {
        Map<String, Object> ada = customer();
        long id = create(subscribed(ada, true));
        as(token(ada.get("email")))
                .body(body(ada))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(true));
        for (boolean wanted : new boolean[] {false, false, true, true}) {
            asAdmin()
                    .body(body(subscribed(Map.of(), wanted)))
                    .put("/rest/V1/customers/" + id)
                    .then()
                    .statusCode(200)
                    .body("extension_attributes.is_subscribed", is(wanted));
        }
        asAdmin()
                .get("/rest/V1/customers/search?fields=items[extension_attributes[is_subscribed]]"
                        + "&searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + id)
                .then()
                .body("items.extension_attributes.is_subscribed", contains(true));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
    }

    @Test
    void customers_subscribe_themselves() {
        Map<String, Object> ada = customer();
        create(ada);
        as(token(ada.get("email")))
                .body(body(subscribed(ada, true)))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(true));
    }

    @Test
    void what_is_neither_yes_nor_no_is_refused() {
        asAdmin()
                .body(body(with(customer(), "extension_attributes", Map.of("is_subscribed", "perhaps"))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("Error occurred during \"%field_name\" processing. %details"))
                .body("parameters.field_name", is("is_subscribed"));
    }

    private static Map<String, Object> subscribed(Map<String, Object> customer, boolean wanted) {
        return with(customer, "extension_attributes", Map.of("is_subscribed", wanted));
    }
}
