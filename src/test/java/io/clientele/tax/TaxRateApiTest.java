package io.clientele.tax;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.tax.TaxFixture.made;
import static io.clientele.tax.TaxFixture.name;
import static io.clientele.tax.TaxFixture.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxRateApiTest {

    private static final String REQUIRED = "\"%fieldName\" is required. Enter and try again.";
    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";

    @Inject
    Database database;

    @Test
    void a_fresh_database_has_the_two_rates_of_the_contract() {
        assertThat(read(1).extract().asString())
                .isEqualTo("{\"id\":1,\"tax_country_id\":\"US\",\"tax_region_id\":12,\"region_name\":\"CA\","
                        + "\"tax_postcode\":\"*\",\"rate\":8.25,\"code\":\"US-CA-*-Rate 1\",\"titles\":[]}");
        read(2).body("rate", is(8.375F)).body("region_name", is("NY"));
    }

    @Test
    void a_rate_is_made_read_changed_and_deleted() {
        Map<String, Object> rate = rate("US", "8.2501");
        rate.put("tax_region_id", 43);
        rate.put("titles", List.of(Map.of("store_id", "1", "value", "Sales Tax")));
        int id = made(rate);
        read(id).body("tax_country_id", is("US"))
                .body("tax_region_id", is(43))
                .body("region_name", is("NY"))
                .body("rate", is(8.2501F))
                .body("code", is(rate.get("code")))
                .body("titles.store_id", contains("1"))
                .body("titles.value", contains("Sales Tax"));

        String code = name();
        put(Map.of("id", id, "tax_country_id", "US", "tax_postcode", "07400", "code", code, "rate", 10))
                .statusCode(200)
                .body("id", is(id))
                .body("tax_region_id", is(43))
                .body("tax_postcode", is("07400"))
                .body("rate", is(10))
                .body("titles.value", contains("Sales Tax"));
        Map<String, Object> moved = rate("DE", 19);
        moved.put("id", id);
        moved.put("titles", List.of());
        put(moved)
                .statusCode(200)
                .body("tax_region_id", is(0))
                .body("region_name", nullValue())
                .body("titles", hasSize(0));

        asAdmin().delete("/rest/V1/taxRates/" + id).then().statusCode(200).body(equalTo("true"));
        unknown(read(id), id);
        assertThat(actions("tax_rate", id))
                .containsExactly("tax_rate.created", "tax_rate.changed", "tax_rate.changed", "tax_rate.deleted");
    }

    @Test
    void a_range_of_postcodes_is_shown_as_its_two_ends() {
        Map<String, Object> rate = rate("US", 1);
        rate.remove("tax_postcode");
        rate.putAll(Map.of("zip_is_range", 1, "zip_from", 17, "zip_to", "25"));
        int id = made(rate);
        read(id).body("tax_postcode", is("17-25"))
                .body("zip_is_range", is(1))
                .body("zip_from", is(17))
                .body("zip_to", is(25));

        Map<String, Object> single = rate("US", 1);
        single.put("id", id);
        put(single).statusCode(200).body("zip_is_range", nullValue()).body("zip_from", nullValue());
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        post(Map.of())
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.message", contains(REQUIRED, REQUIRED, REQUIRED, REQUIRED))
                .body("errors.parameters.fieldName", contains("country_id", "percentage_rate", "code", "postcode"));
        for (Object percent : new Object[] {null, -1, "-0.0001"}) {
            post(with("rate", percent))
                    .statusCode(400)
                    .body("message", is(REQUIRED))
                    .body("parameters.fieldName", is("percentage_rate"));
        }
    }

    @Test
    void a_value_that_cannot_be_is_refused_by_its_name() {
        invalid(with("tax_country_id", "XX"), "country_id", "XX");
        invalid(with("tax_region_id", 999_999), "region_id", 999_999);
        // Germany has no California: the rate would otherwise be of all Germany.
        invalid(with("tax_region_id", 12), "region_id", 12);
        invalid(with("tax_postcode", "1*2"), "postcode", "1*2");
        invalid(with("tax_postcode", "12345678901"), "postcode", "12345678901");
        invalid(with("rate", "1.23456"), "percentage_rate", 1.23456F);
        invalid(with("rate", "100000000"), "percentage_rate", 100_000_000);
        invalid(with("titles", List.of(Map.of("store_id", "99999", "value", "x"))), "store_id", 99_999);
        for (Object odd : new Object[] {"x", List.of()}) {
            post(with("titles", List.of(odd))).statusCode(400);
        }
        post(with("rate", "NaN")).statusCode(400);
        post(with("rate", "8,25")).statusCode(400);
        Map<String, Object> range = with("zip_is_range", 1);
        range.put("zip_from", 5);
        invalid(range, "zip_to", "");
        range.put("zip_to", 4);
        post(range).statusCode(400).body("message", is("Range To should be equal or greater than Range From."));
        post(with("code", "x".repeat(256)))
                .statusCode(400)
                .body("message", is("\"code\" length must be equal or less than 255 characters."));
    }

    @Test
    void a_code_is_there_once_whatever_its_case() {
        Map<String, Object> rate = rate("DE", 19);
        made(rate);
        Map<String, Object> same = with("code", rate.get("code").toString().toUpperCase(java.util.Locale.ROOT));
        post(same).statusCode(400).body("message", is("%1 already exists.")).body("parameters", contains("Code"));
    }

    @Test
    void an_unknown_rate_is_not_found_by_any_method() {
        unknown(read(555_555), 555_555);
        unknown(asAdmin().delete("/rest/V1/taxRates/555555").then(), 555_555);
        Map<String, Object> rate = rate("DE", 19);
        rate.put("id", 555_555);
        unknown(put(rate), 555_555);
        unknown(post(rate), 555_555);
    }

    @Test
    void a_rate_that_a_rule_uses_stays() {
        int rate = made(rate("DE", 19));
        int rule = TaxFixture.madeRule(TaxFixture.rule(3, TaxFixture.taxClass("PRODUCT"), rate));
        asAdmin()
                .delete("/rest/V1/taxRates/" + rate)
                .then()
                .statusCode(400)
                .body("message", is("The tax rate cannot be removed. It exists in a tax rule."));
        TaxFixture.deleteRule(rule);
        asAdmin().delete("/rest/V1/taxRates/" + rate).then().statusCode(200);
    }

    @Test
    void rates_are_found_by_what_they_say() {
        Map<String, Object> rate = rate("US", "3.5");
        rate.put("tax_region_id", 12);
        int id = made(rate);
        for (Map.Entry<String, Object> each : Map.<String, Object>of(
                        "code", rate.get("code"), "id", id, "tax_calculation_rate_id", id)
                .entrySet()) {
            search(each.getKey(), each.getValue(), "eq")
                    .body("items.id", contains(id))
                    .body("total_count", is(1));
        }
        search("region_name", "ca", "eq").body("items.region_name.unique()", contains("CA"));
        search("rate", "3.5", "gteq").body("items.findAll { it.rate < 3.5 }", hasSize(0));
        search("zip_is_range", "1", "eq").body("items.findAll { it.zip_is_range == null }", hasSize(0));
    }

    @Test
    void administrators_of_some_websites_read_rates_and_change_none() {
        String limited = administrator(List.of("Magento_Tax::manage_tax"), 1);
        as(limited).get("/rest/V1/taxRates/1").then().statusCode(200);
        Response refused = as(limited).body(Map.of("taxRate", rate("DE", 1))).post("/rest/V1/taxRates");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(as(limited).delete("/rest/V1/taxRates/1").statusCode()).isEqualTo(401);
    }

    private List<String> actions(String type, int id) {
        return database.list(
                SqlFragment.of(
                        "select action from audit_entry where object_type = ? and object_id = ? order by id",
                        type,
                        Integer.toString(id)),
                row -> row.getString(1));
    }

    private static void invalid(Map<String, Object> rate, String field, Object value) {
        post(rate)
                .statusCode(400)
                .body("message", is(INVALID))
                .body("parameters.fieldName", is(field))
                .body("parameters.value", is(value));
    }

    private static void unknown(ValidatableResponse answer, int id) {
        answer.statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("taxRateId"))
                .body("parameters.fieldValue", is(id));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> rate = new HashMap<>(rate("DE", 19));
        rate.put(field, value);
        return rate;
    }

    private static ValidatableResponse read(int id) {
        return asAdmin().get("/rest/V1/taxRates/" + id).then();
    }

    private static ValidatableResponse post(Map<String, Object> rate) {
        return asAdmin().body(Map.of("taxRate", rate)).post("/rest/V1/taxRates").then();
    }

    private static ValidatableResponse put(Map<String, Object> rate) {
        return asAdmin().body(Map.of("taxRate", rate)).put("/rest/V1/taxRates").then();
    }

    private static ValidatableResponse search(String field, Object value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                .get("/rest/V1/taxRates/search")
                .then()
                .statusCode(200);
    }
}
