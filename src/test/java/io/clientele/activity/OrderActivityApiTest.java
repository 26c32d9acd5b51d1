package io.clientele.activity;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.id;
import static io.clientele.activity.ActivityFixture.line;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.reportAs;
import static io.clientele.activity.ActivityFixture.reportLines;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders as shops report them: whole, many at once, and what is refused of them. */
@QuarkusTest
class OrderActivityApiTest {

    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";
    private static final List<String> WRITE = List.of("Clientele_Activity::write");

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Test
    void an_order_is_kept_with_its_lines_and_exact_amounts() {
        String order = id("order");
        report(
                        "orders",
                        order(
                                "external_id",
                                order,
                                "subtotal",
                                "0.1",
                                "tax",
                                0.2,
                                "grand_total",
                                "12345678901234.5678",
                                "refunded",
                                "0.0001",
                                "coupon_code",
                                "SPRING",
                                "customer_email",
                                "Guest@Example.com",
                                "billing_address",
                                Map.of(
                                        "firstname",
                                        "Zoé",
                                        "street",
                                        List.of("1 rue", "Bât. 2"),
                                        "region",
                                        Map.of("region", "Texas", "region_id", 57, "region_code", "TX"),
                                        "country_id",
                                        "us"),
                                "shipping_address",
                                Map.of("region", "Bavaria", "country_id", "DE"),
                                "lines",
                                List.of(line("Chair", "1.5"), line("LAMP", -2))))
                .statusCode(200)
                .body("received", equalTo(1))
                .body("created", equalTo(1))
                .body("updated", equalTo(0))
                .body("ignored", equalTo(0))
                .body("waiting", equalTo(0))
                .body("failed", hasSize(0))
                .body("failed_count", equalTo(0));
        assertThat(rows(
                        "select subtotal, tax, grand_total, refunded, base_total, total_qty, coupon_code, email, email_key,"
                                + " cancelled, customer_id, billing_address, shipping_address from sales_order"
                                + " where external_id = ?",
                        order))
                .containsExactly(
                        "0.1000|0.2000|12345678901234.5678|0.0001|12345678901234.5677|-0.5000|SPRING|Guest@Example.com"
                                + "|guest@example.com|f|null|{\"region\": \"Texas\", \"street\": [\"1 rue\", \"Bât. 2\"],"
                                + " \"firstname\": \"Zoé\", \"region_id\": 57, \"country_id\": \"US\","
                                + " \"region_code\": \"TX\"}|{\"region\": \"Bavaria\", \"country_id\": \"DE\"}");
        assertThat(rows(
                        "select l.line, l.sku, l.sku_key, l.qty, l.category_ids from sales_order_line l"
                                + " join sales_order o on o.id = l.order_id where o.external_id = ? order by l.line",
                        order))
                .containsExactly("1|Chair|chair|1.5000|{3,7}", "2|LAMP|lamp|-2.0000|{3,7}");
    }

    @Test
    void an_order_that_comes_again_is_changed_with_its_lines() {
        Map<String, Object> order = order();
        report("orders", order).statusCode(200).body("created", equalTo(1));
        report("orders", order).statusCode(200).body("created", equalTo(0)).body("updated", equalTo(1));
        report("orders", with(order, "status", "Canceled", "refunded", 5, "lines", List.of(line("sofa", 4))))
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(rows(
                        "select status, cancelled, refunded, base_total, total_qty from sales_order where external_id = ?",
                        order.get("external_id")))
                .containsExactly("Canceled|t|5.0000|20.0000|4.0000");
        assertThat(lines(order)).containsExactly("1|sofa|4.0000");
    }

    @Test
    void the_same_order_twice_in_one_call_is_one_order_and_the_later_one_counts() {
        Map<String, Object> order = order();
        report("orders", List.of(order, with(order, "status", "complete", "lines", List.of(line("sofa", 1)))))
                .statusCode(200)
                .body("received", equalTo(2))
                .body("created", equalTo(1))
                .body("updated", equalTo(1));
        assertThat(rows("select status from sales_order where external_id = ?", order.get("external_id")))
                .containsExactly("complete");
        assertThat(lines(order)).containsExactly("1|sofa|1.0000");
    }

    @Test
    void an_older_report_changes_nothing_and_is_counted() {
        Map<String, Object> order = order("updated_at", "2026-03-05T10:00:00Z", "refunded", 0);
        report("orders", order).statusCode(200);
        report(
                        "orders",
                        with(
                                order,
                                "updated_at",
                                "2026-03-05T09:59:59.999999Z",
                                "status",
                                "pending",
                                "refunded",
                                9,
                                "grand_total",
                                1))
                .statusCode(200)
                .body("received", equalTo(1))
                .body("updated", equalTo(0))
                .body("ignored", equalTo(1))
                .body("failed", hasSize(0));
        assertThat(rows(
                        "select status, refunded, grand_total, changed_at = '2026-03-05 10:00:00+00'::timestamptz"
                                + " from sales_order where external_id = ?",
                        order.get("external_id")))
                .containsExactly("processing|0.0000|25.0000|t");
    }

    @Test
    void a_person_is_found_by_id_and_by_the_shop_s_own_id() {
        SiteFixture site = SiteFixture.make();
        String own = id("own");
        long there = named(site.website(), site.view(), own);
        long elsewhere = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> byId = order("website_id", site.website(), "customer_id", there);
        Map<String, Object> byOwnId = order("website_id", site.website(), "customer_external_id", own);
        report("orders", List.of(byId, byOwnId)).statusCode(200).body("created", equalTo(2));
        assertThat(owner(byId)).isEqualTo(String.valueOf(there));
        assertThat(owner(byOwnId)).isEqualTo(String.valueOf(there));

        report(
                        "orders",
                        List.of(
                                order("website_id", site.website(), "customer_id", elsewhere),
                                order("customer_external_id", own),
                                order(
                                        "website_id",
                                        site.website(),
                                        "customer_id",
                                        there,
                                        "customer_external_id",
                                        "other"),
                                order("customer_id", 987_654_321)))
                .statusCode(200)
                .body("created", equalTo(0))
                .body("failed.line", contains(1, 2, 3, 4))
                .body("failed[0].message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body(
                        "failed.parameters.fieldName",
                        contains("customer_id", "customer_external_id", "customer_external_id", "customer_id"))
                .body("failed[0].parameters.fieldValue", equalTo((int) elsewhere))
                .body("failed[1].parameters.fieldValue", equalTo(own));
    }

    @Test
    void every_field_that_is_wrong_is_named_and_other_orders_are_stored() {
        Map<String, Object> good = order();
        Map<String, Object> wrong = order(
                "external_id",
                "x".repeat(65),
                "website_id",
                987_654,
                "status",
                "s".repeat(33),
                "placed_at",
                "yesterday",
                "updated_at",
                "2026-02-30 00:00:00",
                "currency",
                "XXX",
                "subtotal",
                "1.234,56",
                "tax",
                "9".repeat(20),
                "shipping",
                null,
                "refunded",
                -1,
                "customer_email",
                "nobody",
                "billing_address",
                Map.of("country_id", "ZZ", "city", "c".repeat(256)),
                "lines",
                List.of(with(line(" ", "many"), "category_ids", List.of(0)), with(line("a", 1), "qty", 1e9)));
        report("orders", List.of(wrong, good, Map.of("status", " "), with(order(), "colour", "red"), "text"))
                .statusCode(200)
                .body("received", equalTo(5))
                .body("created", equalTo(1))
                .body("failed_count", equalTo(4))
                .body(
                        "failed.findAll { it.line == 1 }.message[0]",
                        equalTo("\"external_id\" length must be equal or less than 64 characters."))
                .body(
                        "failed.findAll { it.line == 1 && it.parameters != null }.parameters.fieldName",
                        containsInAnyOrder(
                                "website_id",
                                "placed_at",
                                "updated_at",
                                "currency",
                                "subtotal",
                                "tax",
                                "shipping",
                                "refunded",
                                "customer_email",
                                "billing_address.country_id",
                                "lines[0].sku",
                                "lines[0].qty",
                                "lines[0].category_ids",
                                "lines[1].qty"))
                .body("failed.find { it.parameters?.fieldName == 'currency' }.message", equalTo(INVALID))
                .body("failed.find { it.parameters?.fieldName == 'currency' }.parameters.value", equalTo("XXX"))
                .body("failed.findAll { it.line == 3 }.parameters.fieldName", contains("external_id", "status"))
                .body("failed.find { it.line == 4 }.parameters.fieldName", equalTo("Colour"))
                .body(
                        "failed.find { it.line == 5 }.message",
                        equalTo("Error occurred during \"%field_name\" processing. %details"))
                .body("failed.find { it.line == 5 }.parameters.field_name", equalTo("orders"));
        assertThat(lines(good)).hasSize(2);
    }

    /** PostgreSQL could not hold it, and all other orders of the call would be refused with it. */
    @Test
    void a_text_that_cannot_be_kept_is_refused_with_its_order_only() {
        Map<String, Object> good = order();
        String text = text(Map.of("orders", List.of(order("billing_address", Map.of("region", "NUL")), good)));
        asAdmin()
                .body(text.replace("NUL", "a\\u0000b"))
                .post("/rest/V1/activity/orders")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.line", contains(1))
                .body("failed[0].message", equalTo(INVALID))
                .body("failed[0].parameters.fieldName", equalTo("billing_address.region"));
        assertThat(lines(good)).hasSize(2);
    }

    @Test
    void what_an_order_must_have_is_named_when_it_is_missing() {
        report("orders", Map.of("external_id", id("order"), "customer_email", "a@example.com"))
                .statusCode(200)
                .body("failed[0].message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body(
                        "failed.parameters.fieldName",
                        contains(
                                "website_id",
                                "currency",
                                "status",
                                "placed_at",
                                "subtotal",
                                "tax",
                                "shipping",
                                "discount",
                                "grand_total",
                                "lines"));
    }

    @Test
    void totals_are_in_the_website_s_base_currency_by_the_rate_of_the_day_the_order_came() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("currency/options/base", "CHF", "websites", site.website());
        rate("CHF", "SEK", "12.5");
        rate("NOK", "CHF", "0.08");
        Map<String, Object> swedish = order("website_id", site.website(), "currency", "SEK", "refunded", 12.5);
        Map<String, Object> norwegian = order("website_id", site.website(), "currency", "nok");
        Map<String, Object> danish = order("website_id", site.website(), "currency", "DKK");
        report("orders", List.of(swedish, norwegian, danish))
                .statusCode(200)
                .body("created", equalTo(2))
                .body("failed.line", contains(3))
                .body("failed[0].message", equalTo(INVALID))
                .body("failed[0].parameters.fieldName", equalTo("currency"))
                .body("failed[0].parameters.value", equalTo("DKK"));
        assertThat(baseTotal(swedish)).isEqualByComparingTo("1");
        assertThat(baseTotal(norwegian)).isEqualByComparingTo("2");

        rate("CHF", "SEK", "10");
        report("orders", with(swedish, "refunded", 0)).statusCode(200).body("updated", equalTo(1));
        assertThat(baseTotal(swedish)).isEqualByComparingTo("2");
        report("orders", with(swedish, "currency", "CHF", "refunded", 0)).statusCode(200);
        assertThat(baseTotal(swedish)).isEqualByComparingTo("25");
    }

    @Test
    void an_administrator_of_one_website_reports_orders_of_that_one_only() {
        SiteFixture site = SiteFixture.make();
        String limited = site.administrator(WRITE);
        Map<String, Object> own = order("website_id", site.website());
        Map<String, Object> other = order();
        reportAs(limited, "orders", List.of(own, other))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.line", contains(2))
                .body("failed[0].message", equalTo(INVALID))
                .body("failed[0].parameters.fieldName", equalTo("website_id"));
        report("orders", other).statusCode(200);
        reportAs(limited, "orders", List.of(with(other, "website_id", site.website(), "status", "stolen")))
                .statusCode(200)
                .body("failed[0].parameters.fieldName", equalTo("website_id"));
        reportAs(limited, "orders", List.of(Map.of("external_id", other.get("external_id"), "status", "stolen")))
                .statusCode(200)
                .body("failed[0].message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body("failed[0].parameters.fieldName", equalTo("external_id"));
        reportAs(limited, "orders", List.of(Map.of("external_id", id("none"), "status", "stolen")))
                .statusCode(200)
                .body("failed[0].message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body("failed[0].parameters.fieldName", equalTo("website_id"));
        assertThat(rows("select status from sales_order where external_id = ?", other.get("external_id")))
                .containsExactly("processing");
    }

    @Test
    void who_may_not_report_is_refused_before_anything_is_read() {
        as(AdminFixture.administrator(List.of("Magento_Customer::manage")))
                .body("{")
                .post("/rest/V1/activity/orders")
                .then()
                .statusCode(401)
                .body("parameters.resources", equalTo("Clientele_Activity::write"));
    }

    @Test
    void a_body_that_cannot_be_read_is_refused_whole() {
        Map<String, Object> order = order();
        String text = text(Map.of("orders", List.of(order)));
        refused(text.substring(0, text.length() - 1), "Decoding error.");
        refused(text + "}", "Decoding error.");
        refused("{\"order\": []}", "\"%fieldName\" is required. Enter and try again.");
        refused("{\"orders\": {}}", INVALID);
        report("orders", Collections.nCopies(10_001, Map.of()))
                .statusCode(400)
                .body("message", equalTo("Maximum items of type \"%type\" is %max"))
                .body("parameters.type", equalTo("orders"))
                .body("parameters.max", equalTo(10_000));
        asAdmin()
                .body("{\"orders\": [\"" + "x".repeat(17 << 20) + "\"]}")
                .post("/rest/V1/activity/orders")
                .then()
                .statusCode(413)
                .body("message", equalTo("The request body is larger than %1 bytes."))
                .body("parameters", contains(16 << 20));
        asAdmin()
                .contentType("text/plain; charset=utf-8")
                .body("x")
                .post("/rest/V1/activity/orders")
                .then()
                .statusCode(400)
                .body("message", equalTo("Server cannot understand Content-Type HTTP header media type %1"));
        assertThat(rows("select 1 from sales_order where external_id = ?", order.get("external_id")))
                .isEmpty();
    }

    private void refused(String body, String message) {
        asAdmin()
                .body(body)
                .post("/rest/V1/activity/orders")
                .then()
                .statusCode(400)
                .body("message", equalTo(message));
    }

    @Test
    void lines_are_taken_one_by_one_up_to_the_most_of_a_call() {
        Map<String, Object> first = order();
        Map<String, Object> last = order();
        List<String> lines = new ArrayList<>();
        lines.add(text(first));
        lines.add("");
        lines.add("{\"external_id\":");
        lines.add("{\"external_id\": \"" + "x".repeat(300_000) + "\"}");
        IntStream.range(0, 9_996).forEach(i -> lines.add("{}"));
        lines.add(text(last));
        lines.add(text(order()));
        reportLines("orders", String.join("\n", lines))
                .statusCode(200)
                .body("received", equalTo(10_001))
                .body("created", equalTo(2))
                .body("failed_count", equalTo(9_999))
                .body("failed.find { it.line == 3 }.message", equalTo("Decoding error."))
                .body("failed.find { it.line == 4 }.message", equalTo("The fact is larger than %1 bytes."))
                .body("failed.find { it.line == 4 }.parameters", contains(262_144))
                .body("failed.find { it.line == 5 }.parameters.fieldName", equalTo("external_id"));
        assertThat(lines(first)).hasSize(2);
        assertThat(lines(last)).hasSize(2);
    }

    @Test
    void what_is_beyond_the_most_of_a_call_is_refused_by_its_line() {
        String good = text(order());
        reportLines("orders", (good + "\n").repeat(10_000) + text(order()))
                .statusCode(200)
                .body("received", equalTo(10_001))
                .body("created", equalTo(1))
                .body("updated", equalTo(9_999))
                .body("failed.line", contains(10_001))
                .body("failed[0].message", equalTo("Maximum items of type \"%type\" is %max"))
                .body("failed[0].parameters.max", equalTo(10_000));
    }

    @Test
    void an_order_has_no_more_lines_than_the_setting_says() {
        StoreFixture.set("clientele/activity/maximum_lines", "2", "default", 0);
        try {
            report("orders", order("lines", List.of(line("a", 1), line("b", 1), line("c", 1))))
                    .statusCode(200)
                    .body("failed[0].message", equalTo("Maximum items of type \"%type\" is %max"))
                    .body("failed[0].parameters.type", equalTo("lines"))
                    .body("failed[0].parameters.max", equalTo(2));
        } finally {
            StoreFixture.inherit("clientele/activity/maximum_lines", "default", 0);
        }
    }

    @Test
    void an_order_stays_on_its_website() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> order = order();
        report("orders", order).statusCode(200);
        report("orders", with(order, "website_id", site.website()))
                .statusCode(200)
                .body("failed[0].parameters.fieldName", equalTo("website_id"))
                .body("failed[0].parameters.value", equalTo(site.website()));
    }

    @Test
    void with_shared_accounts_the_website_s_own_customer_comes_first_by_the_shop_s_own_id() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("customer/account_share/scope", "0", "default", 0);
        try {
            String both = id("both");
            String one = id("one");
            long here = named(1, 1, both);
            long there = named(site.website(), site.view(), both);
            long only = named(1, 1, one);
            Map<String, Object> own = order("website_id", site.website(), "customer_external_id", both);
            Map<String, Object> first = order("customer_external_id", both);
            Map<String, Object> shared = order("website_id", site.website(), "customer_external_id", one);
            report("orders", List.of(own, first, shared)).statusCode(200).body("created", equalTo(3));
            assertThat(List.of(owner(own), owner(first), owner(shared)))
                    .containsExactly(String.valueOf(there), String.valueOf(here), String.valueOf(only));
        } finally {
            StoreFixture.inherit("customer/account_share/scope", "default", 0);
        }
    }

    private static long named(int website, int view, String externalId) {
        return CustomerFixture.createByAdmin(with(
                CustomerFixture.customer(),
                "website_id",
                website,
                "store_id",
                view,
                "extension_attributes",
                Map.of("external_id", externalId)));
    }

    private static void rate(String from, String to, String rate) {
        asAdmin()
                .body(Map.of("rates", List.of(Map.of("from", from, "to", to, "rate", rate))))
                .put("/rest/V1/currency/rates")
                .then()
                .statusCode(200);
    }

    private BigDecimal baseTotal(Map<String, Object> order) {
        return new BigDecimal(rows("select base_total from sales_order where external_id = ?", order.get("external_id"))
                .get(0));
    }

    private String owner(Map<String, Object> order) {
        return rows("select customer_id from sales_order where external_id = ?", order.get("external_id"))
                .get(0);
    }

    private List<String> lines(Map<String, Object> order) {
        return rows(
                "select l.line, l.sku, l.qty from sales_order_line l join sales_order o on o.id = l.order_id"
                        + " where o.external_id = ? order by l.line",
                order.get("external_id"));
    }

    private List<String> rows(String query, Object argument) {
        return ActivityRows.of(database, SqlFragment.of(query, argument));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
