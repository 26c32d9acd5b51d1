package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.asNewCustomer;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerApiTest {

    @Test
    void a_person_registers_and_the_answer_carries_the_contracts_defaults() {
        Map<String, Object> ada = customer();
        given().contentType(ContentType.JSON)
                .body(Map.of("customer", ada, "password", CustomerFixture.PASSWORD))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body("id", notNullValue())
                .body("group_id", is(1))
                .body("website_id", is(1))
                .body("store_id", is(1))
                .body("created_in", is("Default Store View"))
                .body("email", is(ada.get("email")))
                .body("created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                .body("addresses", empty())
                .body("disable_auto_group_change", is(0))
                .body("$", not(hasKey("middlename")))
                .body("$", not(hasKey("confirmation")));
    }

    @Test
    void registering_with_a_group_demands_the_right_to_manage_customers() {
        given().contentType(ContentType.JSON)
                .body(body(with(customer(), "group_id", 2)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is("Magento_Customer::manage"));
        asAdmin()
                .body(body(with(customer(), "group_id", 2)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .body("group_id", is(2));
    }

    @Test
    void an_address_book_comes_with_the_customer() {
        long id = create(customerWithAddresses(2));
        JsonPath stored = asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertAddress(stored);
        asAdmin()
                .get("/rest/V1/customers/" + id + "/billingAddress")
                .then()
                .statusCode(200)
                .body("city", is("Town 0"))
                .body("default_billing", is(true));
        asAdmin()
                .get("/rest/V1/customers/addresses/" + stored.getLong("addresses[1].id"))
                .then()
                .statusCode(200)
                .body("city", is("Town 1"))
                .body("$", not(hasKey("default_billing")));
    }

    private static void assertAddress(JsonPath stored) {
        org.assertj.core.api.Assertions.assertThat(stored.getString("default_billing"))
                .isEqualTo(stored.getString("addresses[0].id"));
        org.assertj.core.api.Assertions.assertThat(stored.getMap("addresses[0].region"))
                .isEqualTo(Map.of("region_code", "TX", "region", "Texas", "region_id", 57));
        org.assertj.core.api.Assertions.assertThat(stored.getList("addresses[0].street"))
                .isEqualTo(List.of("1 Main Street", "Floor 2"));
        org.assertj.core.api.Assertions.assertThat(stored.getLong("addresses[0].customer_id"))
                .isEqualTo(stored.getLong("id"));
    }

    @Test
    void an_email_address_has_one_account_in_a_website_whatever_its_case() {
        Map<String, Object> ada = customer();
        create(ada);
        given().contentType(ContentType.JSON)
                .body(body(with(customer(), "email", ada.get("email").toString().toUpperCase(java.util.Locale.ROOT))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
    }

    @Test
    void missing_names_and_a_bad_email_are_named_together() {
        given().contentType(ContentType.JSON)
                .body(body(Map.of("email", "nobody", "firstname", " ")))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body(
                        "errors.message",
                        contains(
                                "\"Email\" is not a valid email address.",
                                "\"First Name\" is a required value.",
                                "\"Last Name\" is a required value."));
    }

    @Test
    void a_birthday_to_come_is_refused() {
        given().contentType(ContentType.JSON)
                .body(body(with(customer(), "dob", "2999-01-01")))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("The Date of Birth should not be greater than today."));
    }

    @Test
    void a_group_that_does_not_exist_is_refused() {
        asAdmin()
                .body(body(with(customer(), "group_id", 4711)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("The specified customer group id does not exist."));
    }

    @Test
    void a_store_view_outside_the_website_is_refused() {
        asAdmin()
                .body(body(with(with(customer(), "website_id", 1), "store_id", 999)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(404)
                .body("parameters", hasEntry("fieldValue", (Object) 999));
    }

    @Test
    void every_missing_part_of_an_address_is_named() {
        given().contentType(ContentType.JSON)
                .body(body(with(customer(), "addresses", List.of(Map.of("country_id", "US")))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("errors.message", everyItem(is("\"%fieldName\" is required. Enter and try again.")))
                .body(
                        "errors.parameters.fieldName",
                        contains("firstname", "lastname", "street", "city", "telephone", "postcode", "regionId"));
    }

    @Test
    void an_account_with_a_wrong_address_is_not_made_at_all() {
        Map<String, Object> ada = with(customer(), "addresses", List.of(with(address(), "country_id", "XX")));
        given().contentType(ContentType.JSON)
                .body(body(ada))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", equalTo(Map.of("fieldName", "countryId", "value", "XX")));
        asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filterGroups][0][filters][0][field]=email"
                        + "&searchCriteria[filterGroups][0][filters][0][value]=" + ada.get("email"))
                .then()
                .body("total_count", is(0));
    }

    @Test
    void changing_merges_and_keeps_what_is_not_supplied() {
        Map<String, Object> ada = with(with(customerWithAddresses(1), "middlename", "King"), "gender", 2);
        long id = create(ada);
        asAdmin()
                .body(body(Map.of("firstname", "Augusta", "middlename", "", "website_id", 0)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"))
                .body("lastname", is("Lovelace"))
                .body("gender", is(2))
                .body("$", not(hasKey("middlename")))
                .body("addresses", hasSize(1))
                .body("default_billing", notNullValue());
    }

    @Test
    void a_supplied_address_list_is_the_whole_new_book() {
        long id = create(customerWithAddresses(3));
        JsonPath before = asAdmin().get("/rest/V1/customers/" + id).jsonPath();
        Map<String, Object> kept = Map.of("id", before.getLong("addresses[0].id"), "city", "Kept");
        asAdmin()
                .body(body(Map.of("addresses", List.of(kept, with(address(), "city", "New")))))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("addresses.city", contains("Kept", "New"))
                .body("addresses[0].id", is(before.getInt("addresses[0].id")))
                .body("default_billing", is(before.getString("default_billing")));
        asAdmin()
                .body(body(Map.of("addresses", List.of(), "default_billing", before.getString("default_billing"))))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("addresses", empty())
                .body("$", not(hasKey("default_billing")));
    }

    @Test
    void an_address_of_somebody_else_cannot_be_taken_over() {
        long other = create(customerWithAddresses(1));
        long foreign = asAdmin().get("/rest/V1/customers/" + other).jsonPath().getLong("addresses[0].id");
        long id = create(customer());
        asAdmin()
                .body(body(Map.of("addresses", List.of(with(address(), "id", foreign)))))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("addressId"));
    }

    @Test
    void a_customer_reads_and_changes_itself_but_not_its_group() {
        Map<String, Object> ada = customer();
        create(ada);
        String token = token(ada.get("email"));
        as(token)
                .body(body(with(with(with(ada, "firstname", "Augusta"), "group_id", 3), "website_id", 0)))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"))
                .body("group_id", is(1));
        as(token).get("/rest/V1/customers/me").then().statusCode(200).body("firstname", is("Augusta"));
    }

    @Test
    void changing_oneself_demands_the_email_address() {
        asNewCustomer()
                .body(body(Map.of("firstname", "Augusta", "lastname", "King")))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(400)
                .body("message", is("The customer email is missing. Enter and try again."));
    }

    @Test
    void a_deleted_customer_is_gone_with_addresses_and_sessions() {
        Map<String, Object> ada = customerWithAddresses(1);
        long id = create(ada);
        String token = token(ada.get("email"));
        long address = asAdmin().get("/rest/V1/customers/" + id).jsonPath().getLong("addresses[0].id");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200).body(is("true"));
        asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(404)
                .body("parameters", equalTo(Map.of("fieldName", "customerId", "fieldValue", (int) id)));
        asAdmin().get("/rest/V1/customers/addresses/" + address).then().statusCode(404);
        as(token).get("/rest/V1/customers/me").then().statusCode(401).body("parameters.resources", is("self"));
    }

    @Test
    void an_address_is_deleted_by_an_administrator() {
        long id = create(customerWithAddresses(1));
        long address = asAdmin().get("/rest/V1/customers/" + id).jsonPath().getLong("addresses[0].id");
        asAdmin().delete("/rest/V1/addresses/" + address).then().statusCode(200).body(is("true"));
        asAdmin()
                .delete("/rest/V1/addresses/" + address)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("addressId"));
    }

    @Test
    void validation_answers_without_storing() {
        asAdmin()
                .body(body(Map.of("email", "x@example.com")))
                .put("/rest/V1/customers/validate")
                .then()
                .statusCode(200)
                .body("valid", is(false))
                .body(
                        "messages",
                        contains(
                                "The \"First Name\" attribute value is empty. Set the attribute and try again.",
                                "The \"Last Name\" attribute value is empty. Set the attribute and try again."));
        asAdmin()
                .body(body(customer()))
                .put("/rest/V1/customers/validate")
                .then()
                .statusCode(200)
                .body("valid", is(true))
                .body("messages", empty());
    }

    @Test
    void nothing_where_there_is_no_default_address() {
        asNewCustomer()
                .get("/rest/V1/customers/me/billingAddress")
                .then()
                .statusCode(200)
                .body(is("null"));
    }

    @Test
    void search_finds_by_email_name_and_billing_city() {
        String word = "Zq" + System.nanoTime();
        long id = createByAdmin(with(customerWithAddresses(1), "lastname", word));
        for (String filter : List.of(
                "lastname|eq|" + word.toLowerCase(java.util.Locale.ROOT),
                "lastname|like|" + word + "%",
                "name|like|%25" + word + "%25",
                "lastname|in|x," + word)) {
            String[] parts = filter.split("\\|");
            asAdmin()
                    .urlEncodingEnabled(false)
                    .get(
                            "/rest/V1/customers/search?searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D="
                                    + parts[0]
                                    + "&search_criteria%5BfilterGroups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5BconditionType%5D="
                                    + parts[1]
                                    + "&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D="
                                    + parts[2].replaceFirst("%$", "%25"))
                    .then()
                    .statusCode(200)
                    .body("total_count", is(1))
                    .body("items[0].id", is((int) id))
                    .body("items[0].addresses", hasSize(1));
        }
    }

    @Test
    void the_total_can_be_left_out() {
        createByAdmin(customer());
        asAdmin()
                .header("Prefer", "count=none")
                .get("/rest/V1/customers/search?searchCriteria[page_size]=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("$", not(hasKey("total_count")));
    }
}
