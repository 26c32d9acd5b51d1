package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an address must have, by the settings of the customer's website. */
@QuarkusTest
class AddressRulesApiTest {

    private SiteFixture site;

    @BeforeEach
    void make_a_website_with_settings_of_its_own() {
        site = SiteFixture.make();
    }

    @Test
    void the_setting_says_how_many_lines_a_street_may_have() {
        List<String> three = List.of("1", "2", "3");
        create(with(address(), "street", three))
                .statusCode(400)
                .body("message", is("\"Street Address\" cannot contain more than 2 lines."));
        set("customer/address/street_lines", "3");
        create(with(address(), "street", three)).statusCode(200).body("addresses[0].street", is(three));
        required("street", with(address(), "street", List.of()));
        required("street", with(address(), "street", List.of("", "Floor 2")));
    }

    @Test
    void the_telephone_is_required_unless_the_setting_says_otherwise() {
        required("telephone", without("telephone"));
        required("telephone", with(address(), "telephone", " "));
        set("customer/address/telephone_show", "opt");
        create(without("telephone")).statusCode(200).body("addresses[0]", not(hasKey("telephone")));
    }

    @Test
    void company_and_fax_are_required_where_the_settings_say_so() {
        create(address()).statusCode(200);
        set("customer/address/company_show", "req");
        required("company", address());
        set("customer/address/fax_show", "req");
        required("fax", with(address(), "company", "Analytical Engines"));
        create(with(with(address(), "company", "Analytical Engines"), "fax", "0"))
                .statusCode(200)
                .body("addresses[0].fax", is("0"));
    }

    @Test
    void some_countries_do_without_a_postcode() {
        required("postcode", without("postcode"));
        create(british()).statusCode(200).body("addresses[0]", not(hasKey("postcode")));
    }

    @Test
    void a_website_allows_some_countries_only() {
        set("general/country/allow", "US,CA");
        create(address()).statusCode(200);
        create(british())
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", equalTo(Map.of("fieldName", "countryId", "value", "GB")));
        required("countryId", without("country_id"));
    }

    @Test
    void a_region_is_one_of_the_countrys_list() {
        create(with(address(), "region_id", 74))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", equalTo(Map.of("fieldName", "regionId", "value", 74)));
        required("regionId", without("region_id"));
        required("regionId", with(address(), "region_id", 0));
        Map<String, Object> inner = with(without("region_id"), "region", Map.of("region_id", 57));
        create(inner).statusCode(200).body("addresses[0].region.region_code", is("TX"));
        Map<String, Object> coded = with(without("region_id"), "region", Map.of("region_code", "tx"));
        create(coded).statusCode(200).body("addresses[0].region_id", is(57));
        Map<String, Object> named = with(without("region_id"), "region", Map.of("region", "Texas"));
        create(named).statusCode(200).body("addresses[0].region_id", is(57));
    }

    @Test
    void a_region_is_free_text_where_the_country_has_no_list() {
        create(with(british(), "region", Map.of("region", "Surrey")))
                .statusCode(200)
                .body("addresses[0].region.region", is("Surrey"))
                .body("addresses[0].region_id", is(0))
                .body("addresses[0].region", hasKey("region_code"))
                .body("addresses[0].region.region_code", nullValue());
        create(british()).statusCode(200).body("addresses[0].region_id", is(0));
    }

    @Test
    void a_region_in_words_is_required_where_the_setting_names_a_country_without_a_list() {
        StoreFixture.set("general/region/state_required", "US,GB", "default", 0);
        try {
            required("region", british());
            create(with(british(), "region", Map.of("region", "Surrey"))).statusCode(200);
        } finally {
            StoreFixture.inherit("general/region/state_required", "default", 0);
        }
    }

    @Test
    void another_country_forgets_the_region_of_the_old_one() {
        JsonPath stored = create(address()).statusCode(200).extract().jsonPath();
        Map<String, Object> moved = Map.of("id", stored.getLong("addresses[0].id"), "country_id", "GB");
        change(stored.getLong("id"), moved)
                .statusCode(200)
                .body("addresses[0].country_id", is("GB"))
                .body("addresses[0].region_id", is(0))
                .body("addresses[0].region.region", nullValue());
    }

    @Test
    void an_address_is_a_default_one_while_its_flag_is_not_false() {
        JsonPath stored = create(with(address(), "default_billing", true))
                .statusCode(200)
                .body("addresses[0].default_billing", is(true))
                .body("addresses[0]", not(hasKey("default_shipping")))
                .extract()
                .jsonPath();
        long id = stored.getLong("id");
        long address = stored.getLong("addresses[0].id");
        change(id, Map.of("id", address, "city", "Dallas"))
                .statusCode(200)
                .body("addresses[0].default_billing", is(true));
        change(id, Map.of("id", address, "default_billing", false, "default_shipping", true))
                .statusCode(200)
                .body("addresses[0]", not(hasKey("default_billing")))
                .body("addresses[0].default_shipping", is(true))
                .body("$", not(hasKey("default_billing")));
    }

    @Test
    void the_names_of_an_address_follow_the_rules_of_names() {
        create(with(address(), "firstname", "<b>")).statusCode(400).body("message", is("First Name is not valid!"));
        create(with(address(), "city", "x".repeat(256)))
                .statusCode(400)
                .body("message", is("\"City\" length must be equal or less than 255 characters."));
        required("city", with(address(), "city", " "));
        required("lastname", without("lastname"));
    }

    @Test
    void an_unknown_property_of_an_address_is_refused() {
        create(with(address(), "street_name", "Main"))
                .statusCode(400)
                .body("message", is("\"%fieldName\" is not supported. Correct the field name and try again."))
                .body("parameters.fieldName", is("StreetName"));
    }

    private void required(String field, Map<String, Object> address) {
        create(address)
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters", hasEntry("fieldName", (Object) field));
    }

    private ValidatableResponse create(Map<String, Object> address) {
        return asAdmin()
                .body(body(with(customer(), "addresses", List.of(address))))
                .post(site.path("/customers"))
                .then();
    }

    private static ValidatableResponse change(long id, Map<String, Object> address) {
        return asAdmin()
                .body(body(Map.of("addresses", List.of(address))))
                .put("/rest/V1/customers/" + id)
                .then();
    }

    private void set(String path, String value) {
        StoreFixture.set(path, value, "websites", site.website());
    }

    private static Map<String, Object> without(String key) {
        Map<String, Object> address = new HashMap<>(address());
        address.remove(key);
        return address;
    }

    private static Map<String, Object> british() {
        Map<String, Object> address = new HashMap<>(with(address(), "country_id", "GB"));
        address.remove("region_id");
        address.remove("postcode");
        return address;
    }
}
