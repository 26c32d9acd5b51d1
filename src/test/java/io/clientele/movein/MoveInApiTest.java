package io.clientele.movein;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.movein.OldShop.ADDRESSES;
import static io.clientele.movein.OldShop.ARGON2;
import static io.clientele.movein.OldShop.CUSTOMERS;
import static io.clientele.movein.OldShop.ORDERS;
import static io.clientele.movein.OldShop.PRICES;
import static io.clientele.movein.OldShop.lastReport;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.AdminFixture;
import io.clientele.MailFixture;
import io.clientele.pricing.PricingFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop moves in by the command, and the report is read over REST. */
@QuarkusTest
class MoveInApiTest {

    private static final String OURS = "$argon2id$v=19$m=47104,t=1,p=1$";

    @TempDir
    Path parent;

    @Inject
    MoveInCommand command;

    @Inject
    Database database;

    private OldShop shop;
    private String vip = "";

    @BeforeEach
    void openShop() {
        shop = new OldShop(parent);
        vip = shop.name("VIP ");
    }

    private int moveIn(String... options) {
        List<String> words = new ArrayList<>(
                List.of(shop.folder().toString(), "--errors", shop.errors().toString()));
        words.addAll(List.of(options));
        return command.run(words);
    }

    private String groups() {
        return "customer_group_id,customer_group_code,tax_class_id,tax_class_name\n0,NOT LOGGED IN,3,Retail Customer\n"
                + "1,General,3,Retail Customer\n7," + vip + ",9," + shop.name("Trade ") + "\n";
    }

    private String orders(String order, String sku) {
        return ORDERS
                + shop.order(order, shop.id(1), "ada", "30.0000", sku, "2.0000", "10.0000")
                + shop.order(order, shop.id(1), "ada", "30.0000", sku + "-b", "1.0000", "10.0000")
                + shop.order(order + "-guest", "", "guest", "9.9900", sku, "1.0000", "9.9900");
    }

    private String writeShop(String sku) {
        // Their names say nothing: the columns do.
        shop.write("d.csv", groups());
        shop.write(
                "c.csv",
                CUSTOMERS
                        + shop.customer(1, "ada", "1", OldShop.hash("salt", "0"))
                        + shop.customer(2, "alan", "7", OldShop.hash("salt", "1")));
        shop.write(
                "b.csv",
                ADDRESSES
                        + shop.address(11, "ada", "1 Main Street\nFlat 2", "1")
                        + shop.address(12, "ada", "1 Main Street\nFlat 2", "")
                        + shop.address(13, "alan", "2 Main Street", "1"));
        shop.write(
                "a.csv",
                PRICES + sku + ",All Websites [USD],ALL GROUPS,2,9.5\n" + sku + ",All Websites [USD]," + vip
                        + ",3.0000,8.2500\n" + sku + ",,,,\n");
        String order = shop.name("1");
        shop.write("e.csv", orders(order, sku));
        return order;
    }

    @Test
    void a_shop_moves_in_and_both_sides_count_the_same() {
        String sku = PricingFixture.product(20);
        String order = writeShop(sku);
        assertThat(moveIn()).isZero();
        JsonPath report = lastReport()
                .body("status", equalTo("done"))
                .body("agrees", equalTo(true))
                .body("finished_at", notNullValue())
                .body("files.file_name", contains("d.csv", "c.csv", "b.csv", "a.csv", "e.csv"))
                .body(
                        "files.entity",
                        contains("customer_group", "customer", "customer_address", "advanced_pricing", "sales_order"))
                .body("files.rows", contains(3, 2, 3, 3, 3))
                .body("files.made", contains(1, 2, 3, 2, 2))
                .body("files.changed", contains(0, 0, 0, 0, 0))
                .body("files.unchanged", contains(2, 0, 0, 0, 0))
                .body("files.refused", contains(0, 0, 0, 0, 0))
                .extract()
                .jsonPath();
        counted(report, "groups", "", "", 3, 3);
        counted(report, "customers", "base", "General", 1, 1);
        counted(report, "customers", "base", vip, 1, 1);
        counted(report, "addresses", "base", "", 3, 3);
        counted(report, "tier_prices", "", "ALL GROUPS", 1, 1);
        counted(report, "tier_prices", "", vip, 1, 1);
        counted(report, "orders", "base", "USD", 2, 2);
        counted(report, "order_lines", "base", "", 3, 3);
        Map<String, Object> money = one(report, "orders", "base", "USD");
        assertThat(money.get("files_total").toString()).isEqualTo("39.99");
        assertThat(money.get("here_total").toString()).startsWith("39.99");
        assertThat(report.getList("here.findAll { it.thing == 'customers' && it.detail == '" + vip + "' }.count"))
                .isEqualTo(List.of(1));

        ValidatableResponse ada = byKey(shop.id(1))
                .body("email", equalTo(shop.email("ada")))
                .body("group_id", equalTo(1))
                .body("created_at", equalTo("2015-10-30 12:49:47"))
                .body("addresses", hasSize(2))
                .body("addresses[0].street", contains("1 Main Street", "Flat 2"))
                .body("addresses[0].default_billing", equalTo(true))
                .body("addresses.extension_attributes.external_id", contains(shop.id(11), shop.id(12)));
        int group = byKey(shop.id(2)).extract().jsonPath().getInt("group_id");
        asAdmin()
                .get("/rest/V1/customerGroups/" + group)
                .then()
                .body("code", equalTo(vip))
                .body("tax_class_name", equalTo(shop.name("Trade ")));
        String id = ada.extract().jsonPath().getString("id");
        asAdmin()
                .get("/rest/V1/customers/" + id + "/activity")
                .then()
                .statusCode(200)
                .body("orders.external_id", contains(order));
    }

    @Test
    void moving_in_again_changes_nothing_and_says_so() {
        writeShop(PricingFixture.product(20));
        assertThat(moveIn()).isZero();
        String before = stored();
        assertThat(moveIn()).isZero();
        lastReport()
                .body("agrees", equalTo(true))
                .body("files.made", contains(0, 0, 0, 0, 0))
                .body("files.changed", contains(0, 0, 0, 0, 0))
                .body("files.unchanged", contains(3, 2, 3, 2, 2));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_has_changed_there_is_changed_here_by_the_shops_own_ids_and_nobody_is_mailed() {
        writeShop(PricingFixture.product(20));
        assertThat(moveIn()).isZero();
        shop.write(
                "c.csv",
                CUSTOMERS
                        + shop.customer(1, "ada", "1", OldShop.hash("salt", "0"))
                        + shop.customer(2, "turing", "7", OldShop.hash("salt", "1")));
        shop.write(
                "b.csv",
                ADDRESSES
                        + shop.address(11, "ada", "1 Main Street\nFlat 2", "1")
                        + shop.address(12, "ada", "3 Main Street", "")
                        + shop.address(13, "turing", "2 Main Street", "1"));
        assertThat(moveIn()).isZero();
        lastReport()
                .body("agrees", equalTo(true))
                .body("files.made", contains(0, 0, 0, 0, 0))
                .body("files.changed", contains(0, 1, 1, 0, 0))
                .body("files.unchanged", contains(3, 1, 2, 2, 2));
        byKey(shop.id(2)).body("email", equalTo(shop.email("turing")));
        byKey(shop.id(1)).body("addresses.street[1]", contains("3 Main Street")).body("addresses", hasSize(2));
        asAdmin()
                .body(Map.of("email", shop.email("turing"), "template", "email_reset", "websiteId", 1))
                .put("/rest/V1/customers/password")
                .then()
                .statusCode(200);
        // Whatever was to be sent before has gone out by then.
        assertThat(MailFixture.mail(shop.email("turing"), "password-reset")).isNotEmpty();
        for (String name : List.of("alan", "turing")) {
            for (String kind : List.of("welcome", "email-changed", "email-verify", "confirmation")) {
                assertThat(MailFixture.sent(shop.email(name), kind)).isEmpty();
            }
        }
    }

    @Test
    void people_sign_in_with_the_passwords_they_had_and_get_hashes_of_ours() {
        Map<String, String> hashes = Map.of(
                "md5", OldShop.hash("RF", "0"),
                "bare", OldShop.hash("RF", "0").replaceFirst(":0$", ""),
                "sha", OldShop.hash("V2h36OrOJRh56MyGHw9NF1J855eL9X4P", "1"),
                "chain", OldShop.hash("V2h36OrOJRh56MyGHw9NF1J855eL9X4P", "0", "1"),
                "argon", ARGON2 + ":2",
                "sized", ARGON2 + ":3_32_2_67108864");
        StringBuilder rows = new StringBuilder(CUSTOMERS);
        int number = 0;
        for (Map.Entry<String, String> each : hashes.entrySet()) {
            number++;
            rows.append(shop.customer(number, each.getKey(), "1", each.getValue()));
        }
        shop.write("customers.csv", rows.toString());
        assertThat(moveIn()).isZero();
        hashes.forEach((name, hash) -> {
            String password = hash.startsWith(ARGON2) ? OldShop.ARGON2_PASSWORD : OldShop.PASSWORD;
            assertThat(stored(shop.email(name))).isEqualTo(hash);
            signIn(name, password + "?").statusCode(401);
            signIn(name, password).statusCode(200);
            assertThat(stored(shop.email(name))).as(name).startsWith(OURS);
            signIn(name, password).statusCode(200);
        });
    }

    @Test
    void a_bad_row_of_any_file_keeps_all_of_them_from_being_written() {
        String sku = PricingFixture.product(20);
        String order = shop.name("1");
        shop.write("1-groups.csv", groups() + "8," + "x".repeat(33) + ",3,\n9,,3,\n");
        shop.write(
                "2-customers.csv",
                CUSTOMERS
                        + shop.customer(1, "ada", "7", "")
                        + shop.customer(2, "alan", "99", "")
                        + shop.customer(3, "grace", "1", "nonsense")
                        + shop.customer(4, "hedy", "1", "").replace(",base,", ",b2b,")
                        + shop.customer(5, "mary", "1", "").replace(",default,", ",elsewhere,")
                        + "," + shop.email("short") + "\n");
        shop.write(
                "3-addresses.csv",
                ADDRESSES
                        + shop.address(11, "ada", "1 Main Street", "1")
                        + shop.address(12, "alan", "2 Main Street", "1")
                        + shop.address(13, "ada", "2 Main Street", "").replace(",US,", ",XX,"));
        shop.write(
                "4-prices.csv",
                PRICES + sku + ",All Websites [USD]," + vip + ",2,9.5\nno-such-sku,All Websites [USD],General,2,9.5\n"
                        + sku + ",b2b,General,2,9.5\n" + sku + ",All Websites [USD],Nobody,2,9.5\n");
        shop.write(
                "5-orders.csv",
                orders(order, sku)
                        + shop.order(order + "2", "", "guest", "money", sku, "1", "1")
                        + shop.order(order + "3", "", "guest", "5", sku, "1", "1")
                        + shop.order(order + "3", "", "guest", "5", sku, "some", "1")
                        + shop.order(order, "", "guest", "5", sku, "1", "1")
                        + shop.order(order + "4", "", "guest", "5", sku, "1", "1")
                                .replace(",base,", ",b2b,"));
        assertThat(moveIn()).isEqualTo(1);
        assertThat(shop.errorLines())
                .contains("file,line,column,message")
                .anyMatch(bad("1-groups.csv,5,customer_group_code,", "32"))
                .anyMatch(bad("1-groups.csv,6,customer_group_code,", "is required"))
                .anyMatch(bad("2-customers.csv,3,group_id,", "99"))
                .anyMatch(bad("2-customers.csv,4,password_hash,", ""))
                .anyMatch(bad("2-customers.csv,5,_website,", "b2b"))
                .anyMatch(bad("2-customers.csv,6,_store,", "elsewhere"))
                .anyMatch(bad("2-customers.csv,7,_website,", "is required"))
                .anyMatch(bad("3-addresses.csv,3,_email,", shop.email("alan")))
                .anyMatch(bad("3-addresses.csv,4,country_id,", "XX"))
                .anyMatch(bad("4-prices.csv,3,sku,", "no-such-sku"))
                .anyMatch(bad("4-prices.csv,4,tier_price_website,", "b2b"))
                .anyMatch(bad("4-prices.csv,5,tier_price_customer_group,", "Nobody"))
                .anyMatch(bad("5-orders.csv,5,subtotal,", "money"))
                .anyMatch(bad("5-orders.csv,6,,", "line 7"))
                .anyMatch(bad("5-orders.csv,7,qty_ordered,", "some"))
                .anyMatch(bad("5-orders.csv,8,increment_id,", order))
                .anyMatch(bad("5-orders.csv,9,_website,", "b2b"))
                .hasSize(18);
        asAdmin()
                .get("/rest/V1/customerGroups/search?searchCriteria[filter_groups][0][filters][0][field]=code"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + vip.replace(" ", "%20"))
                .then()
                .body("items", hasSize(0));
        assertThat(found(shop.id(1))).isZero();
    }

    @Test
    void told_to_skip_it_takes_the_good_rows_and_shows_the_difference() {
        shop.write(
                "customers.csv",
                CUSTOMERS + shop.customer(1, "ada", "1", "") + shop.customer(2, "alan", "3", "nonsense"));
        assertThat(moveIn("--on-error", "skip")).isEqualTo(1);
        JsonPath report = lastReport()
                .body("status", equalTo("done"))
                .body("agrees", equalTo(false))
                .body("files.made", contains(1))
                .body("files.refused", contains(1))
                .extract()
                .jsonPath();
        counted(report, "customers", "base", "General", 1, 1);
        counted(report, "customers", "base", "Retailer", 1, 0);
        assertThat(shop.errorLines()).hasSize(2).anyMatch(bad("customers.csv,3,password_hash,", ""));
        asAdmin()
                .get("/rest/V1/imports/" + report.getString("files[0].import_id") + "/errors")
                .then()
                .statusCode(200)
                .body("items.line", contains(3));
    }

    @Test
    void names_of_the_other_shop_are_what_the_command_is_told() {
        String order = shop.name("1");
        shop.write(
                "customers.csv",
                CUSTOMERS + shop.customer(1, "ada", "12", "").replace(",base,default,", ",b2b,b2b_de,"));
        shop.write("orders.ndjson", """
                {"increment_id": "%s", "store_id": 4, "status": "canceled", "created_at": "2016-02-03 10:00:00",
                """.formatted(order).strip() + """
                 "updated_at": "2016-02-03 10:00:00", "order_currency_code": "USD", "subtotal": 10, "tax_amount": null,\
                 "grand_total": 10.5, "customer_id": %s, "customer_email": "older@old.example", "billing_address":\
                 {"firstname": "Ada", "street": ["1 Main Street", "Flat 2"], "country_id": "US", "region": "Texas"},\
                 "extension_attributes": {"shipping_assignments": [{"shipping": {"address": {"city": "Austin"}}}]},\
                 "items": [{"item_id": 1, "sku": "SET", "qty_ordered": 1, "price": 10, "row_total": 10},\
                 {"item_id": 2, "parent_item_id": 1, "sku": "PART", "qty_ordered": 1, "price": 0, "row_total": 0}]}
                """.formatted(shop.id(1)));
        assertThat(moveIn()).isEqualTo(1);
        assertThat(shop.errorLines())
                .anyMatch(bad("customers.csv,2,_website,", "b2b"))
                .anyMatch(bad("orders.ndjson,1,store_id,", "4"))
                .hasSize(3);
        String[] told = {
            "--website", "b2b=base", "--store", "b2b_de=default", "--store", "4=default", "--group", "12=Wholesale"
        };
        assertThat(moveIn(told)).isZero();
        String id = byKey(shop.id(1))
                .body("group_id", equalTo(2))
                .extract()
                .jsonPath()
                .getString("id");
        asAdmin()
                .get("/rest/V1/customers/" + id + "/activity")
                .then()
                .body("orders.external_id", contains(order))
                .body("orders[0].status", equalTo("canceled"))
                .body("orders[0].cancelled", equalTo(true));
        assertThat(database.list(
                        SqlFragment.of(
                                "select concat_ws('|', l.sku, o.billing_address ->> 'street', o.shipping_address ->> 'city',"
                                        + " o.grand_total, o.tax) from sales_order o join sales_order_line l on l.order_id = o.id"
                                        + " where o.external_id = ?",
                                order),
                        row -> row.getString(1)))
                .isEqualTo(List.of("SET|[\"1 Main Street\", \"Flat 2\"]|Austin|10.5000|0.0000"));
        assertThat(moveIn("--website", "b2b=nowhere")).isEqualTo(1);
        assertThat(moveIn("--store", "1")).isEqualTo(1);
    }

    @Test
    void an_order_without_a_known_customer_id_is_the_accounts_that_it_was_placed_with() {
        String order = shop.name("1");
        shop.write("customers.csv", CUSTOMERS + shop.customer(1, "ada", "1", "").replace(shop.id(1) + ",", ","));
        shop.write(
                "orders.csv",
                ORDERS
                        + shop.order(order, shop.id(5), "ada", "5", "LAMP", "1", "5")
                        + shop.order(order + "-guest", "", "ada", "5", "LAMP", "1", "5"));
        assertThat(moveIn()).isZero();
        String id = asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=email"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + shop.email("ada"))
                .jsonPath()
                .getString("items[0].id");
        // What a guest has ordered is told to nobody who has not shown to read the mail.
        asAdmin().get("/rest/V1/customers/" + id + "/activity").then().body("orders.external_id", contains(order));
    }

    @Test
    void a_check_looks_at_everything_and_writes_nothing() {
        writeShop(PricingFixture.product(20));
        assertThat(moveIn("--check")).isZero();
        assertThat(found(shop.id(1))).isZero();
        assertThat(Files.exists(shop.errors())).isFalse();
    }

    @Test
    void files_that_are_none_of_ours_are_passed_over_in_a_folder_and_refused_by_name() {
        shop.write("customers.csv", CUSTOMERS + shop.customer(1, "ada", "1", ""));
        Path grid = shop.write("grid.csv", "ID,Purchase Point,Purchase Date\n");
        Path notes = shop.write("notes.txt", "nothing");
        Path other = shop.write("other.csv", "a,b\n1,2\n");
        assertThat(moveIn()).isZero();
        lastReport().body("files.file_name", contains("customers.csv"));
        for (Path each : List.of(grid, notes, other, shop.folder().resolve("nothing.csv"))) {
            assertThat(command.run(List.of(each.toString()))).as("%s", each).isEqualTo(1);
        }
        Path empty = shop.write("customers.csv", CUSTOMERS);
        assertThat(command.run(List.of(empty.toString()))).isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of("--guess"))).isEqualTo(2);
        assertThat(command.run(List.of(empty.toString(), "--on-error", "cry"))).isEqualTo(2);
    }

    @Test
    void reports_are_for_those_who_may_import_to_all_websites() {
        asAdmin()
                .get("/rest/V1/moveIns/987654321")
                .then()
                .statusCode(404)
                .body("message", equalTo("No such entity with %fieldName = %fieldValue"));
        String limited = AdminFixture.administrator(List.of("Magento_ImportExport::import"), 1);
        as(limited).get("/rest/V1/moveIns").then().statusCode(401);
        as(limited).get("/rest/V1/moveIns/1").then().statusCode(401);
    }

    private static Predicate<String> bad(String beginning, String word) {
        return line -> (line.startsWith(beginning) || line.startsWith('"' + beginning)) && line.contains(word);
    }

    private static Map<String, Object> one(JsonPath report, String thing, String website, String detail) {
        List<Map<String, Object>> all = report.getList("counted");
        return all.stream()
                .filter(each -> List.of(thing, website, detail)
                        .equals(List.of(each.get("thing"), each.get("website"), each.get("detail"))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(thing + " " + website + " " + detail + " in " + all));
    }

    private static void counted(JsonPath report, String thing, String website, String detail, int files, int here) {
        Map<String, Object> counted = one(report, thing, website, detail);
        assertThat(List.of(counted.get("files"), counted.get("here")))
                .as("%s %s %s", thing, website, detail)
                .isEqualTo(List.of(files, here));
    }

    private ValidatableResponse byKey(String externalId) {
        String id = search(externalId)
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .getString("items[0].id");
        return asAdmin().get("/rest/V1/customers/" + id).then().statusCode(200);
    }

    private int found(String externalId) {
        return search(externalId).extract().jsonPath().getInt("total_count");
    }

    private static ValidatableResponse search(String externalId) {
        return asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=external_id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + externalId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", shop.email(name), "password", password))
                .post("/rest/V1/integration/customer/token")
                .then();
    }

    private String stored(String email) {
        return database.first(
                        SqlFragment.of(
                                "select r.password_hash from credential r join customer c on c.id = r.subject_id"
                                        + " where r.subject_type = 3 and c.email = ?",
                                email),
                        row -> row.getString(1))
                .orElseThrow();
    }

    /** All that the shop has brought. */
    private String stored() {
        return database.first(
                        SqlFragment.of("""
                select (select string_agg((to_jsonb(c) - 'updated_at')::text, ',' order by c.id) from customer c
                        where c.email like ?)
                    || (select string_agg((to_jsonb(a) - 'updated_at')::text, ',' order by a.id)
                        from customer_address a join customer c on c.id = a.customer_id where c.email like ?)
                    || (select string_agg((to_jsonb(o) - 'received_at')::text, ',' order by o.id) from sales_order o
                        where o.email like ?)""", shop.email("%"), shop.email("%"), shop.email("%")), row -> row.getString(1))
                .orElseThrow();
    }
}
