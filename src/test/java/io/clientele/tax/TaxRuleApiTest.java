package io.clientele.tax;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.tax.TaxFixture.deleteRule;
import static io.clientele.tax.TaxFixture.made;
import static io.clientele.tax.TaxFixture.madeRule;
import static io.clientele.tax.TaxFixture.rate;
import static io.clientele.tax.TaxFixture.rule;
import static io.clientele.tax.TaxFixture.taxClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxRuleApiTest {

    private static final String REQUIRED = "\"%fieldName\" is required. Enter and try again.";

    @Inject
    TaxRates rates;

    @Inject
    Database database;

    @Test
    void a_rule_is_made_read_changed_and_deleted() {
        Map<String, Object> rule = new HashMap<>(rule(3, 2, 1, 2));
        rule.put("priority", 5);
        rule.put("position", 10);
        rule.put("calculate_subtotal", 1);
        int id = madeRule(rule);
        assertThat(read(id).extract().asString())
                .isEqualTo("{\"id\":" + id + ",\"code\":\"" + rule.get("code")
                        + "\",\"priority\":5,\"position\":10,\"customer_tax_class_ids\":[3],"
                        + "\"product_tax_class_ids\":[2],\"tax_rate_ids\":[1,2],\"calculate_subtotal\":true}");

        Map<String, Object> changed = rule(3, 2, 2);
        changed.put("id", id);
        put(changed)
                .statusCode(200)
                .body("id", is(id))
                .body("priority", is(0))
                .body("tax_rate_ids", contains(2))
                .body("calculate_subtotal", is(true));
        asAdmin().delete("/rest/V1/taxRules/" + id).then().statusCode(200).body(equalTo("true"));
        unknown(read(id), id);
        assertThat(database.list(
                        SqlFragment.of(
                                "select action from audit_entry where object_type = 'tax_rule' and object_id = ? order by id",
                                Integer.toString(id)),
                        row -> row.getString(1)))
                .containsExactly("tax_rule.created", "tax_rule.changed", "tax_rule.deleted");
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        post(Map.of())
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.message.unique()", contains(REQUIRED))
                .body(
                        "errors.parameters.fieldName",
                        contains(
                                "position",
                                "priority",
                                "code",
                                "customer_tax_class_ids",
                                "product_tax_class_ids",
                                "tax_rate_ids"));
        Map<String, Object> negative = rule(3, 2, 1);
        negative.put("priority", -1);
        post(negative)
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is("priority"))
                .body("parameters.value", is(-1));
    }

    @Test
    void classes_and_rates_must_be_there_and_of_their_kind() {
        // Class 2 is one of products and class 3 one of customers.
        noSuch(rule(2, 2, 1), "customer_tax_class_ids", 2);
        noSuch(rule(3, 3, 1), "product_tax_class_ids", 3);
        noSuch(rule(3, 2, 1, 555_555), "tax_rate_ids", 555_555);
        noSuch(rule(555_555, 2, 1), "customer_tax_class_ids", 555_555);
    }

    @Test
    void what_is_no_id_in_a_list_is_refused() {
        for (String field : List.of("customer_tax_class_ids", "product_tax_class_ids", "tax_rate_ids")) {
            for (Object odd : new Object[] {"x", List.of(1), -1, 1L << 40}) {
                Map<String, Object> rule = rule(3, 2, 1);
                rule.put(field, Arrays.asList(odd, 1));
                assertThat(post(rule).extract().statusCode())
                        .as("%s %s", field, odd)
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void a_rule_may_name_thousands_of_rates() {
        int products = taxClass("PRODUCT");
        String prefix = TaxFixture.name();
        database.run(SqlFragment.of(
                "insert into tax_rate (country_id, region_id, postcode, percent, code, code_key)"
                        + " select 'US', 0, lpad(n::text, 5, '0'), 5, ? || n, ? || n from generate_series(1, 5000) n",
                prefix,
                prefix));
        Integer[] ids = database.list(
                        SqlFragment.of("select id from tax_rate where code_key like ? || '%'", prefix),
                        row -> row.getInt(1))
                .toArray(Integer[]::new);
        Map<String, Object> rule = rule(3, products, ids);
        int id = madeRule(rule);
        read(id).body("tax_rate_ids.size()", is(5000));
        assertThat(rates.percents(3, Set.of(products), new TaxPlace("US", 0, "00042")))
                .isEqualTo(Map.of(products, percent("5")));
        rule.put("id", id);
        rule.put("tax_rate_ids", List.of(ids[0], ids[1]));
        put(rule).statusCode(200).body("tax_rate_ids", containsInAnyOrder(ids[0], ids[1]));
        deleteRule(id);
        database.run(SqlFragment.of("delete from tax_rate where code_key like ? || '%'", prefix));
    }

    @Test
    void a_code_is_there_once() {
        Map<String, Object> rule = rule(3, 2, 1);
        int id = madeRule(rule);
        post(rule).statusCode(400).body("message", is("%1 already exists.")).body("parameters", contains("Code"));
        deleteRule(id);
    }

    @Test
    void an_unknown_rule_is_not_found_by_any_method() {
        unknown(read(555_555), 555_555);
        unknown(asAdmin().delete("/rest/V1/taxRules/555555").then(), 555_555);
        Map<String, Object> rule = rule(3, 2, 1);
        rule.put("id", 555_555);
        unknown(put(rule), 555_555);
    }

    @Test
    void a_class_that_a_rule_names_stays() {
        int customers = taxClass("CUSTOMER");
        int products = taxClass("PRODUCT");
        int id = madeRule(rule(customers, products, 1));
        for (int taxClass : new int[] {customers, products}) {
            asAdmin()
                    .delete("/rest/V1/taxClasses/" + taxClass)
                    .then()
                    .statusCode(400)
                    .body(
                            "message",
                            is("You cannot delete this tax class because it is used in Tax Rules."
                                    + " You have to delete the rules it is used in first."));
        }
        deleteRule(id);
        asAdmin().delete("/rest/V1/taxClasses/" + customers).then().statusCode(200);
    }

    @Test
    void rules_are_found_by_the_classes_and_rates_they_name() {
        int customers = taxClass("CUSTOMER");
        int products = taxClass("PRODUCT");
        int rate = made(rate("DE", 19));
        int first = madeRule(rule(customers, products, rate));
        int second = madeRule(rule(customers, 2, 1));
        search("customer_tax_class_ids", customers, "eq").body("items.id", containsInAnyOrder(first, second));
        search("product_tax_class_ids", products, "eq").body("items.id", contains(first));
        search("tax_calculation_rate_id", rate, "eq").body("items.id", contains(first));
        search("tax_rate_ids", rate + ",1", "in").body("items.id", org.hamcrest.Matchers.hasItems(first, second));
        deleteRule(first);
        deleteRule(second);
    }

    @Test
    void what_a_rule_says_counts_as_soon_as_it_is_written() {
        int customers = taxClass("CUSTOMER");
        int goods = taxClass("PRODUCT");
        int books = taxClass("PRODUCT");
        Map<String, Object> german = rate("DE", 19);
        int rate = made(german);
        int rule = madeRule(rule(customers, goods, rate));
        TaxPlace berlin = new TaxPlace("DE", 0, "10115");
        assertThat(rates.percents(customers, Set.of(goods, books), berlin))
                .isEqualTo(Map.of(goods, percent("19"), books, TaxPercent.NONE));
        assertThat(rates.percents(3, Set.of(goods), berlin)).isEqualTo(Map.of(goods, TaxPercent.NONE));

        german.put("id", rate);
        german.put("rate", "7");
        asAdmin()
                .body(Map.of("taxRate", german))
                .put("/rest/V1/taxRates")
                .then()
                .statusCode(200);
        assertThat(rates.percents(customers, Set.of(goods), berlin)).isEqualTo(Map.of(goods, percent("7")));
        Map<String, Object> over = rule(customers, goods, made(rate("DE", 10)));
        over.put("priority", 1);
        int second = madeRule(over);
        assertThat(rates.percents(customers, Set.of(goods), berlin)).isEqualTo(Map.of(goods, percent("17.7")));

        deleteRule(rule);
        deleteRule(second);
        assertThat(rates.percents(customers, Set.of(goods), berlin)).isEqualTo(Map.of(goods, TaxPercent.NONE));
    }

    private static TaxPercent percent(String number) {
        return new TaxPercent(new BigDecimal(number));
    }

    private static void noSuch(Map<String, Object> rule, String field, int id) {
        post(rule)
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is(field))
                .body("parameters.fieldValue", is(id));
    }

    private static void unknown(ValidatableResponse answer, int id) {
        answer.statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("taxRuleId"))
                .body("parameters.fieldValue", is(id));
    }

    private static ValidatableResponse read(int id) {
        return asAdmin().get("/rest/V1/taxRules/" + id).then();
    }

    private static ValidatableResponse post(Map<String, Object> rule) {
        return asAdmin().body(Map.of("rule", rule)).post("/rest/V1/taxRules").then();
    }

    private static ValidatableResponse put(Map<String, Object> rule) {
        return asAdmin().body(Map.of("rule", rule)).put("/rest/V1/taxRules").then();
    }

    private static ValidatableResponse search(String field, Object value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                .get("/rest/V1/taxRules/search")
                .then()
                .statusCode(200);
    }
}
