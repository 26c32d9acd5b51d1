package io.clientele.pricing;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tier prices from and to CSV files with the contract's columns. */
@QuarkusTest
class TierPriceFileApiTest {

    private static final String HEADER =
            "sku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price,tier_price_value_type";

    @AfterEach
    void prices_are_those_of_all_websites_again() {
        asAdmin().delete("/rest/V1/settings/" + PricingFixture.SCOPE);
    }

    @Test
    void a_file_of_the_contract_is_taken_over() {
        String one = product(100);
        String two = product(100);
        load(
                        "",
                        "\ufeffsku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price",
                        "\"" + one + "\",\"All Websites [USD]\",\"ALL GROUPS\",10.0000,300.0000",
                        two + ",all websites,NOT LOGGED IN,2,10",
                        one + ",,,,",
                        "",
                        two + ",,,,")
                .body("received", equalTo(2))
                .body("created", equalTo(2))
                .body("failed", empty());
        information(one).body("price", contains(300)).body("customer_group", contains("all groups"));
        information(two).body("price", contains(10)).body("price_type", contains("fixed"));
    }

    @Test
    void a_bad_line_is_told_with_its_number_and_spoils_no_other() {
        String sku = product(100);
        load(
                        "",
                        HEADER + ",unknown",
                        sku + ",All Websites [USD],General,2,10,Fixed,x",
                        sku + ",nowhere,General,3,10,Fixed",
                        "\"no\nsku\",All Websites [USD],General,3,10,Fixed",
                        sku + ",All Websites [USD],General,3,\"1.234,56\",Fixed",
                        sku + ",All Websites [USD],Nobodies,3,10,Gift",
                        sku + ",All Websites [USD],General,4,25,discount",
                        sku)
                .body("received", equalTo(6))
                .body("created", equalTo(2))
                .body("failed_count", equalTo(4))
                .body("failed.line", contains(3, 4, 6, 7, 7))
                .body("failed[0].parameters", contains(sku, "nowhere", "General", "3"))
                .body("failed[1].parameters[0]", equalTo("no\nsku"))
                .body("failed[2].parameters[0]", equalTo("1.234,56"))
                .body("failed[3].parameters[0]", equalTo("Gift"))
                .body("failed[4].parameters[2]", equalTo("Nobodies"));
        information(sku).body("price", contains(10, 25)).body("price_type", contains("fixed", "discount"));
    }

    @Test
    void all_or_nothing_is_done_when_it_is_asked_for() {
        String sku = product(100);
        String good = sku + ",All Websites,General,2,10,";
        load("?allOrNothing=true", HEADER, good, sku + ",All Websites,General,3,0,")
                .body("created", equalTo(0))
                .body("failed.line", contains(3));
        information(sku).body("", empty());
        load("?allOrNothing=true", HEADER, good).body("created", equalTo(1));
        information(sku).body("price", contains(10));
    }

    @Test
    void a_file_changes_replaces_or_deletes() {
        String sku = product(100);
        String other = product(100);
        load("", HEADER, sku + ",All Websites,General,1,10,", sku + ",All Websites,General,2,9,");
        load("", HEADER, other + ",All Websites,General,1,10,");
        load("?behavior=add_update", HEADER, sku + ",All Websites,General,2,8,", sku + ",All Websites,General,3,7,")
                .body("created", equalTo(1))
                .body("updated", equalTo(1));
        information(sku).body("price", contains(10, 8, 7));
        load("?behavior=replace", HEADER, sku + ",All Websites,General,3,7,", sku + ",All Websites,General,5,5,")
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("deleted", equalTo(2));
        information(sku).body("price", contains(7, 5));
        load("?behavior=delete", HEADER, sku + ",All Websites,General,3,7,", sku + ",All Websites,General,5,6,")
                .body("deleted", equalTo(1));
        information(sku).body("price", contains(5));
        information(other).body("price", contains(10));
        asAdmin()
                .contentType("text/csv")
                .body(HEADER)
                .post("/rest/V1/tierPrices/import?behavior=guess")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", equalTo("behavior"))
                .body("parameters.value", equalTo("guess"));
    }

    @Test
    void a_product_whose_lines_are_far_apart_is_replaced_as_one() {
        String sku = product(100);
        String other = product(100);
        load("", HEADER, sku + ",All Websites,General,77,1,");
        String[] lines = Stream.of(
                        Stream.of(HEADER, sku + ",All Websites,General,1,10,"),
                        IntStream.rangeClosed(1, 6_000).mapToObj(i -> other + ",All Websites,General," + i + ",5,"),
                        Stream.of(sku + ",All Websites,General,2,9,"))
                .flatMap(each -> each)
                .toArray(String[]::new);
        load("?behavior=replace", lines).body("created", equalTo(6_002)).body("deleted", equalTo(1));
        information(sku).body("quantity", contains(1, 2));
        information(other).body("", hasSize(6_000));
        PricingFixture.delete(other);
    }

    @Test
    void a_file_that_is_none_is_refused() {
        refused("sku,tier_price_website")
                .body("message", equalTo("The column \"%column\" is missing."))
                .body("parameters.column", equalTo("tier_price_customer_group"));
        refused("").body("parameters.column", equalTo("sku"));
        refused(HEADER + ",_secret").body("parameters.column", equalTo("_secret"));
        refused(HEADER + ",sku").body("parameters.column", equalTo("sku"));
        String sku = product(1);
        load("", HEADER, sku + ",All Websites,General,1,10,", "\"" + "x".repeat(200_000))
                .body("created", equalTo(1))
                .body("failed.message", contains("The rest of the file cannot be read. Check the quotes."));
    }

    @Test
    void what_is_written_to_a_file_can_be_read_back() {
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        String sku = product(Map.of("price", 5));
        load(
                "",
                HEADER + ",tier_price_valid_from,tier_price_valid_to",
                sku + ",All Websites [USD],ALL GROUPS,1.5,4.25,Fixed,,",
                sku + ",base,General,2,10.55,Discount,,",
                sku + ",base,Wholesale,2,3,Fixed,2026-01-01 00:00:00,2026-02-01 00:00:00");
        List<String> lines = export(AdminFixture.token()).lines().toList();
        assertThat(lines.get(0)).isEqualTo(HEADER + ",tier_price_valid_from,tier_price_valid_to");
        List<String> mine = lines.stream().filter(line -> line.contains(sku)).toList();
        assertThat(mine)
                .containsExactlyInAnyOrder(
                        sku + ",All Websites [USD],ALL GROUPS,1.5000,4.250000,Fixed,,",
                        sku + ",base,General,2.0000,10.550000,Discount,,",
                        sku + ",base,Wholesale,2.0000,3.000000,Fixed,2026-01-01 00:00:00,2026-02-01 00:00:00");
        load("?behavior=delete", file(lines.get(0), mine))
                .body("deleted", equalTo(3))
                .body("failed", empty());
        information(sku).body("", empty());
        load("", file(lines.get(0), mine)).body("created", equalTo(3));
        assertThat(export(AdminFixture.token()).lines().filter(line -> line.contains(sku)))
                .containsExactlyInAnyOrderElementsOf(mine);
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_neutral_in_the_file_and_comes_back_as_it_was() {
        String sku = "=1+" + PricingFixture.sku();
        PricingFixture.put(sku, Map.of("type_id", "simple", "name", "A formula", "price", 5));
        load("", HEADER, sku + ",All Websites [USD],ALL GROUPS,2,4,Fixed");
        List<String> lines = export(AdminFixture.token()).lines().toList();
        List<String> mine = lines.stream().filter(line -> line.contains(sku)).toList();
        assertThat(mine).hasSize(1).allMatch(line -> line.startsWith("'" + sku + ","));
        load("?behavior=delete", file(lines.get(0), mine)).body("deleted", equalTo(1));
        load("", file(lines.get(0), mine)).body("created", equalTo(1)).body("failed", empty());
        information(sku).body("size()", equalTo(1));
    }

    @Test
    void an_administrator_of_one_website_exports_and_imports_its_prices() {
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        String code = StoreFixture.code("files");
        int website = StoreFixture.website(code);
        String sku = product(100);
        load("", HEADER, sku + ",base,General,1,10,", sku + "," + code + ",General,2,9,");
        String limited = AdminFixture.administrator(
                List.of("Magento_ImportExport::import", "Magento_ImportExport::export"), website);
        assertThat(export(limited).lines().filter(line -> line.contains(sku)))
                .containsExactly(sku + "," + code + ",General,2.0000,9.000000,Fixed"
                        + (export(limited).lines().findFirst().orElse("").endsWith("valid_to") ? ",," : ""));
        as(limited)
                .contentType("text/csv")
                .body(bytes(HEADER, sku + ",base,General,3,10,", sku + "," + code + ",General,4,9,"))
                .post("/rest/V1/tierPrices/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.line", contains(2));
    }

    private static String[] file(String header, List<String> lines) {
        return Stream.concat(Stream.of(header), lines.stream()).toArray(String[]::new);
    }

    private static byte[] bytes(String... lines) {
        return Stream.of(lines).collect(Collectors.joining("\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse load(String query, String... lines) {
        return asAdmin()
                .contentType("text/csv")
                .body(bytes(lines))
                .post("/rest/V1/tierPrices/import" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refused(String header) {
        return asAdmin()
                .contentType("text/csv")
                .body(bytes(header))
                .post("/rest/V1/tierPrices/import")
                .then()
                .statusCode(400);
    }

    private static String export(String token) {
        return as(token)
                .accept("text/csv")
                .get("/rest/V1/tierPrices/export")
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=utf-8")
                .extract()
                .asString();
    }

    private static ValidatableResponse information(String sku) {
        return asAdmin()
                .body(Map.of("skus", List.of(sku)))
                .post("/rest/V1/products/tier-prices-information")
                .then()
                .statusCode(200);
    }
}
