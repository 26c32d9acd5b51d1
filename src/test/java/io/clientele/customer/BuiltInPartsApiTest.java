package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A website's settings say which built-in parts of a customer and of an address it shows and demands. */
@QuarkusTest
class BuiltInPartsApiTest {

    private SiteFixture site;

    @BeforeEach
    void make_a_website_with_settings_of_its_own() {
        site = SiteFixture.make();
    }

    @Test
    void a_demanded_part_is_required_of_who_registers_and_shown_so() {
        attribute("customer", "dob").body("required", is(false)).body("visible", is(false));
        form("customer_account_create").body("data.attributesForm.items.code", not(hasItem("dob")));
        set("customer/address/dob_show", "req");
        attribute("customer", "dob").body("required", is(true)).body("visible", is(true));
        form("customer_account_create")
                .body("data.attributesForm.items.code", hasItem("dob"))
                .body("data.attributesForm.items.find { it.code == 'dob' }.is_required", is(true));
        Map<String, Object> ada = customer();
        site.register(ada, PASSWORD)
                .then()
                .statusCode(400)
                .body("message", is("\"%1\" is a required value."))
                .body("parameters", contains("Date of Birth"));
        site.register(with(ada, "dob", "1990-12-10"), PASSWORD).then().statusCode(200);
    }

    @Test
    void validation_asks_for_a_demanded_part_too() {
        set("customer/address/taxvat_show", "req");
        asAdmin()
                .body(body(customer()))
                .put(site.path("/customers/validate"))
                .then()
                .statusCode(200)
                .body("valid", is(false))
                .body("messages", contains("\"Tax/VAT Number\" is a required value."));
    }

    @Test
    void an_account_from_before_the_setting_can_be_changed_but_gives_up_nothing_demanded() {
        long without = site.create(customer());
        long having = site.create(with(customer(), "prefix", "Dr."));
        set("customer/address/prefix_show", "req");
        change(without, Map.of("firstname", "Augusta")).statusCode(200).body("firstname", is("Augusta"));
        change(having, Map.of("prefix", ""))
                .statusCode(400)
                .body("message", is("\"%1\" is a required value."))
                .body("parameters", contains("Name Prefix"));
        change(having, Map.of("prefix", "Prof.")).statusCode(200).body("prefix", is("Prof."));
    }

    @Test
    void an_address_that_is_added_needs_the_demanded_parts_of_the_name() {
        set("customer/address/suffix_show", "req");
        Map<String, Object> ada = with(customer(), "suffix", "III");
        create(with(ada, "addresses", List.of(address()))).statusCode(400).body("parameters", contains("Name Suffix"));
        create(with(ada, "addresses", List.of(with(address(), "suffix", "III"))))
                .statusCode(200);
    }

    @Test
    void the_settings_for_addresses_show_in_their_metadata() {
        attribute("customerAddress", "telephone").body("required", is(true));
        attribute("customerAddress", "street").body("multiline_count", is(2));
        attribute("customerAddress", "company").body("required", is(false));
        set("customer/address/telephone_show", "opt");
        set("customer/address/street_lines", "4");
        set("customer/address/company_show", "req");
        set("customer/address/middlename_show", "1");
        attribute("customerAddress", "telephone").body("required", is(false)).body("visible", is(true));
        attribute("customerAddress", "street").body("multiline_count", is(4));
        attribute("customerAddress", "company").body("required", is(true));
        attribute("customerAddress", "middlename").body("visible", is(true)).body("required", is(false));
    }

    @Test
    void parts_of_the_name_are_offered_as_a_list() {
        attribute("customer", "prefix").body("options.value", equalTo(List.of()));
        set("customer/address/prefix_options", ";Ms.;Mr.; Dr.");
        attribute("customer", "prefix").body("options.value", contains("", "Ms.", "Mr.", "Dr."));
        attribute("customerAddress", "prefix").body("options.label", contains("", "Ms.", "Mr.", "Dr."));
        attribute("customer", "suffix").body("options.value", equalTo(List.of()));
    }

    private ValidatableResponse attribute(String owner, String code) {
        return asAdmin()
                .get(site.path("/attributeMetadata/" + owner + "/attribute/" + code))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse form(String form) {
        return given().contentType(ContentType.JSON)
                .header("Store", site.code())
                .body(Map.of("query", "{ attributesForm(formCode: \"" + form + "\") { items { code is_required } } }"))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse create(Map<String, Object> customer) {
        return asAdmin().body(body(customer)).post(site.path("/customers")).then();
    }

    private static ValidatableResponse change(long id, Map<String, Object> parts) {
        return asAdmin().body(body(parts)).put("/rest/V1/customers/" + id).then();
    }

    private void set(String path, String value) {
        StoreFixture.set(path, value, "websites", site.website());
    }
}
