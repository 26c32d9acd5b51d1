package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers belong to a website and a store view; so do administrators who are limited to some. */
@QuarkusTest
class WebsiteBoundsApiTest {

    private static final String MANAGE = "Magento_Customer::manage";

    private final SiteFixture base = SiteFixture.base();
    private SiteFixture other;

    @BeforeEach
    void make_another_website() {
        other = SiteFixture.make();
    }

    @Test
    void what_customers_belong_to_cannot_be_deleted() {
        long id = other.create(customer());
        inUse("/rest/V1/store/websites/" + other.website(), "website");
        inUse("/rest/V1/store/storeGroups/" + other.group(), "store group");
        inUse("/rest/V1/store/storeViews/" + other.view(), "store view");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        for (String path :
                List.of("storeViews/" + other.view(), "storeGroups/" + other.group(), "websites/" + other.website())) {
            asAdmin().delete("/rest/V1/store/" + path).then().statusCode(200).body(equalTo("true"));
        }
    }

    @Test
    void moving_to_another_website_takes_the_addresses_along_and_ends_the_sessions() {
        Map<String, Object> ada = customerWithAddresses(1);
        Map<String, Object> keyed = with(address(), "extension_attributes", Map.of("external_id", key()));
        long id = asAdmin()
                .body(Map.of("customer", with(ada, "addresses", List.of(keyed)), "password", PASSWORD))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        String token = base.token(ada.get("email"));
        asAdmin()
                .body(body(Map.of("website_id", other.website())))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()))
                .body("store_id", is(other.view()))
                .body("addresses.city", contains("Austin"));
        base.me(token).then().statusCode(401);
        other.me(token).then().statusCode(401);
        other.me(other.token(ada.get("email"))).then().statusCode(200);
        // The address's key is free in the old website and taken in the new one.
        asAdmin()
                .body(body(with(
                        with(customer(), "website_id", other.website()),
                        "addresses",
                        List.of(with(keyed, "city", "Dallas")))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("An address with the same external id already exists in the website."));
        asAdmin()
                .body(body(with(customer(), "addresses", List.of(keyed))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_moves_to_a_website_where_the_email_has_an_account() {
        Map<String, Object> ada = customer();
        base.create(ada);
        long there = other.create(ada);
        asAdmin()
                .body(body(Map.of("website_id", 1)))
                .put("/rest/V1/customers/" + there)
                .then()
                .statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
        asAdmin().delete("/rest/V1/customers/" + there).then().statusCode(200);
    }

    @Test
    void the_store_view_must_be_of_the_website() {
        long id = base.create(customer());
        String message = "The store view is not in the associated website.";
        asAdmin()
                .body(body(Map.of("store_id", other.view())))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(400)
                .body("message", is(message));
        asAdmin()
                .body(body(with(with(customer(), "website_id", 1), "store_id", other.view())))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is(message));
        asAdmin()
                .body(body(Map.of("website_id", 98765)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(404)
                .body("parameters", equalTo(Map.of("fieldName", "websiteId", "fieldValue", 98765)));
    }

    @Test
    void the_website_comes_from_the_store_view_of_the_url() {
        asAdmin()
                .body(body(customer()))
                .post(other.path("/customers"))
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()))
                .body("store_id", is(other.view()))
                .body("created_in", is("View " + other.code()));
        asAdmin()
                .body(body(customer()))
                .post("/rest/all/V1/customers")
                .then()
                .statusCode(200)
                .body("website_id", is(1));
    }

    @Test
    void an_administrator_of_one_website_sees_and_changes_only_its_customers() {
        Map<String, Object> ada = customerWithAddresses(1);
        long foreign = base.create(ada);
        int address = asAdmin().get("/rest/V1/customers/" + foreign).path("addresses[0].id");
        long own = other.create(with(ada, "addresses", List.of()));
        String token = other.administrator(
                List.of("Magento_Customer::customer", "Magento_Customer::manage", "Magento_Customer::delete"));

        as(token).get("/rest/V1/customers/" + own).then().statusCode(200);
        as(token)
                .get("/rest/V1/customers/search?searchCriteria")
                .then()
                .statusCode(200)
                .body("items.id", contains((int) own))
                .body("total_count", is(1));
        unknown(as(token).get("/rest/V1/customers/" + foreign).then());
        unknown(as(token)
                .get("/rest/V1/customers/" + foreign + "/billingAddress")
                .then());
        unknown(as(token)
                .get("/rest/V1/customers/" + foreign + "/permissions/readonly")
                .then());
        as(token).get("/rest/V1/customers/addresses/" + address).then().statusCode(404);
        as(token).delete("/rest/V1/addresses/" + address).then().statusCode(404);
        unknown(as(token)
                .body(body(Map.of("firstname", "Taken")))
                .put("/rest/V1/customers/" + foreign)
                .then());
        unknown(as(token).delete("/rest/V1/customers/" + foreign).then());
        base.me(base.token(ada.get("email"))).then().body("firstname", is("Ada"));

        as(token)
                .body(body(Map.of("firstname", "Augusta")))
                .put("/rest/V1/customers/" + own)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"));
        as(token).delete("/rest/V1/customers/" + own).then().statusCode(200);
    }

    @Test
    void an_administrator_of_one_website_makes_and_moves_customers_nowhere_else() {
        String token = other.administrator(List.of(MANAGE));
        notAllowed(as(token).body(body(customer())).post("/rest/V1/customers").then());
        notAllowed(as(token)
                .body(body(with(customer(), "website_id", 1)))
                .post(other.path("/customers"))
                .then());
        int own = as(token)
                .body(body(with(customer(), "website_id", other.website())))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()))
                .extract()
                .path("id");
        notAllowed(as(token)
                .body(body(Map.of("website_id", 1)))
                .put("/rest/V1/customers/" + own)
                .then());
        notAllowed(as(token)
                .body(body(customer()))
                .put("/rest/V1/customers/external/" + key())
                .then());
        as(token)
                .body(body(customer()))
                .put(other.path("/customers/external/" + key()))
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()));
    }

    @Test
    void the_members_of_a_deleted_group_move_to_their_store_views_default_one() {
        int group = asAdmin()
                .body(Map.of("group", Map.of("code", StoreFixture.code("gone"), "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        StoreFixture.set("customer/create_account/default_group", "2", "websites", other.website());
        long here = base.create(customer());
        long there = other.create(customer());
        for (long id : List.of(here, there)) {
            asAdmin()
                    .body(body(Map.of("group_id", group)))
                    .put("/rest/V1/customers/" + id)
                    .then()
                    .statusCode(200);
        }
        asAdmin().delete("/rest/V1/customerGroups/" + group).then().statusCode(200);
        asAdmin().get("/rest/V1/customers/" + here).then().body("group_id", is(1));
        asAdmin().get("/rest/V1/customers/" + there).then().body("group_id", is(2));
        asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=group_id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + group)
                .then()
                .body("items", empty());
        StoreFixture.inherit("customer/create_account/default_group", "websites", other.website());
    }

    private static String key() {
        return StoreFixture.code("key");
    }

    private static void inUse(String path, String what) {
        asAdmin()
                .delete(path)
                .then()
                .statusCode(400)
                .body("message", is("This %1 cannot be deleted because customers belong to it."))
                .body("parameters", is(List.of(what)));
    }

    private static void unknown(ValidatableResponse answer) {
        answer.statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("customerId"));
    }

    private static void notAllowed(ValidatableResponse answer) {
        answer.statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is(MANAGE));
    }
}
