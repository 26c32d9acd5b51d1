package io.clientele.pricing.quote;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.pricing.PricingFixture.SCOPE;
import static io.clientele.pricing.quote.PriceFixture.asAdmin;
import static io.clientele.pricing.quote.PriceFixture.asGuest;
import static io.clientele.pricing.quote.PriceFixture.ask;
import static io.clientele.pricing.quote.PriceFixture.priced;
import static io.clientele.pricing.quote.PriceFixture.product;
import static io.clientele.pricing.quote.PriceFixture.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuoteApiTest {

    private static final String NOT_ALLOWED = "The consumer isn't authorized to access %resources.";
    private static final int WHOLESALE = 2;

    @Inject
    Tokens tokens;

    @Inject
    Clock clock;

    // --- Who is quoted ----------------------------------------------------------------------------------------------

    @Test
    void a_guest_is_quoted_as_a_guest_whatever_the_body_says() {
        PriceFixture lamp = priced("10").fixed(0, WHOLESALE, "1", "5").fixed(0, 0, "2", "9");
        Map<String, Object> quote = with(with(quote(lamp.line(2)), "group_id", WHOLESALE), "customer_id", 1);
        asGuest(quote)
                .statusCode(200)
                .body("group_id", is(0))
                .body("tax_class_id", is(3))
                .body("currency", is("USD"))
                .body("lines", hasSize(1))
                .body("lines[0].sku", is(lamp.sku()))
                .body("lines[0].qty", is(2))
                .body("lines[0].unit_price", is(9.0f))
                .body("lines[0].row_total", is(18.0f))
                .body("lines[0].row_total_incl_tax", is(18.0f))
                .body("lines[0].tax_percent", is(0))
                .body("lines[0].next_tiers", empty())
                .body("lines[0].candidates", nullValue());
    }

    @Test
    void a_customer_is_quoted_as_itself_whatever_the_body_says() {
        PriceFixture lamp = priced("10").fixed(0, WHOLESALE, "1", "5").fixed(0, 1, "1", "8");
        Map<String, Object> ada = customer();
        create(ada);
        long other = createByAdmin(with(customer(), "group_id", WHOLESALE));
        Map<String, Object> quote = with(with(quote(lamp.line(1)), "group_id", WHOLESALE), "customer_id", other);
        ask(token(ada.get("email")), quote)
                .statusCode(200)
                .body("group_id", is(1))
                .body("lines[0].unit_price", is(8.0f));
    }

    @Test
    void guests_and_customers_may_neither_name_a_moment_nor_ask_why() {
        PriceFixture lamp = priced("10");
        String customer = tokens.issue(Subject.customer(create(customer())), 1);
        for (Map<String, Object> quote : List.of(
                with(quote(lamp.line(1)), "at", "2026-01-01T00:00:00Z"), with(quote(lamp.line(1)), "explain", true))) {
            notAllowed(asGuest(quote));
            notAllowed(ask(customer, quote));
        }
        asGuest(with(quote(lamp.line(1)), "explain", false)).statusCode(200);
    }

    @Test
    void only_who_holds_the_catalogue_may_name_others_a_moment_or_ask_why() {
        PriceFixture lamp = priced("10").fixed(0, WHOLESALE, "1", "5");
        String without = administrator(List.of("Magento_Customer::manage"));
        String catalogue = administrator(List.of("Magento_Catalog::catalog"));
        long customer = createByAdmin(with(customer(), "group_id", WHOLESALE));
        for (Map<String, Object> quote : List.of(
                with(quote(lamp.line(1)), "customer_id", customer),
                with(quote(lamp.line(1)), "group_id", WHOLESALE),
                with(quote(lamp.line(1)), "at", "2026-01-01T00:00:00Z"),
                with(quote(lamp.line(1)), "explain", true))) {
            notAllowed(ask(without, quote));
            ask(catalogue, quote).statusCode(200);
        }
        ask(without, quote(lamp.line(1)))
                .statusCode(200)
                .body("group_id", is(0))
                .body("lines[0].unit_price", is(10.0f));
        ask(catalogue, with(quote(lamp.line(1)), "customer_id", customer))
                .body("group_id", is(WHOLESALE))
                .body("lines[0].unit_price", is(5.0f));
    }

    @Test
    void an_administrator_of_one_website_is_told_prices_there_and_of_its_customers_only() {
        SiteFixture site = SiteFixture.make();
        PriceFixture lamp = product(null, false, 1, site.website()).base("10");
        String administrator = administrator(List.of("Magento_Catalog::catalog"), site.website());
        long stranger = createByAdmin(customer());
        Map<String, Object> there = with(quote(lamp.line(1)), "website_id", site.website());
        ask(administrator, there).statusCode(200);
        notAllowed(ask(administrator, quote(lamp.line(1))));
        ask(administrator, with(there, "customer_id", stranger))
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("customerId"))
                .body("parameters.fieldValue", is((int) stranger));
    }

    @Test
    void a_customer_is_a_guest_where_the_account_does_not_count() {
        SiteFixture site = SiteFixture.make();
        PriceFixture lamp = product(null, false, site.website()).base("10").fixed(0, WHOLESALE, "1", "5");
        long customer = createByAdmin(with(customer(), "group_id", WHOLESALE));
        Map<String, Object> there = with(quote(lamp.line(1)), "website_id", site.website());
        ask(tokens.issue(Subject.customer(customer), 1), there)
                .statusCode(200)
                .body("group_id", is(0))
                .body("lines[0].unit_price", is(10.0f));
        asAdmin(with(there, "customer_id", customer)).statusCode(200).body("group_id", is(0));
    }

    @Test
    void who_is_named_must_be_there_and_be_one() {
        PriceFixture lamp = priced("10");
        asAdmin(with(quote(lamp.line(1)), "customer_id", 999_999_999))
                .statusCode(404)
                .body("parameters.fieldName", is("customerId"));
        asAdmin(with(quote(lamp.line(1)), "group_id", 32_000))
                .statusCode(404)
                .body("parameters.fieldName", is("id"))
                .body("parameters.fieldValue", is(32_000));
        asAdmin(with(with(quote(lamp.line(1)), "group_id", 1), "customer_id", 1))
                .statusCode(400)
                .body("message", is("A quote is for a customer or for a group, not for both."));
        for (int website : new int[] {0, 99_999}) {
            asAdmin(with(quote(lamp.line(1)), "website_id", website))
                    .statusCode(404)
                    .body("parameters.fieldName", is("websiteId"))
                    .body("parameters.fieldValue", is(website));
        }
        asAdmin(with(quote(lamp.line(1)), "at", "yesterday"))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.value", is("yesterday"))
                .body("parameters.fieldName", is("at"));
    }

    // --- What counts ------------------------------------------------------------------------------------------------

    @Test
    void the_lowest_price_that_the_quantity_reaches_counts() {
        PriceFixture lamp = priced("10")
                .fixed(0, null, "5", "8")
                .discount(0, 0, "10", "30")
                .fixed(0, null, "20", "7.5")
                .fixed(0, WHOLESALE, "1", "1");
        asGuest(quote(lamp.line(4), lamp.line(5), lamp.line("19.0"), lamp.line(1000)))
                .statusCode(200)
                .body("lines.unit_price", contains(10.0f, 8.0f, 7.0f, 7.0f))
                .body("lines[0].next_tiers.qty", contains(5, 10))
                .body("lines[0].next_tiers.unit_price", contains(8.0f, 7.0f))
                .body("lines[2].qty", is(19))
                .body("lines[3].next_tiers", empty());
    }

    @Test
    void prices_count_in_their_time() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant later = now.plus(Duration.ofDays(2));
        PriceFixture lamp =
                product(null, false, 1).base("10").special("9", later).limited("8", now.minusSeconds(60), later);
        asGuest(quote(lamp.line(1))).body("lines[0].unit_price", is(8.0f));
        asAdmin(with(quote(lamp.line(1)), "at", later.toString())).body("lines[0].unit_price", is(9.0f));
        asAdmin(with(quote(lamp.line(1)), "at", later.minusSeconds(1).toString()))
                .body("lines[0].unit_price", is(8.0f));
        asAdmin(with(quote(lamp.line(1)), "at", "2020-06-01T02:00:00+02:00")).body("lines[0].unit_price", is(10.0f));
    }

    @Test
    void explain_tells_every_candidate_which_won_and_by_what_rule() {
        Instant later = clock.instant().plus(Duration.ofDays(2));
        PriceFixture lamp = product(null, false, 1)
                .base("10")
                .special("8", later)
                .fixed(0, null, "1", "9")
                .fixed(0, WHOLESALE, "1", "9")
                .discount(0, WHOLESALE, "10", "50")
                .fixed(0, 1, "1", "1");
        Map<String, Object> quote = with(with(quote(lamp.line(2)), "group_id", WHOLESALE), "explain", true);
        asAdmin(quote)
                .statusCode(200)
                .body("lines[0].unit_price", is(9.0f))
                .body("lines[0].candidates.source", contains("group", "tier", "special", "group", "base"))
                .body("lines[0].candidates.unit_price", contains(9.0f, 5.0f, 8.0f, 9.0f, 10.0f))
                .body("lines[0].candidates.won", contains(true, false, false, false, false))
                .body("lines[0].candidates[0].group_id", is(WHOLESALE))
                .body("lines[0].candidates[3].group_id", is(32_000))
                .body("lines[0].candidates[0].website_id", is(0))
                .body("lines[0].candidates[1].qty", is(10))
                .body(
                        "lines[0].candidates.reason",
                        contains(
                                "equal price, more specific",
                                "quantity not reached",
                                "not valid at this moment",
                                "equal price, less specific",
                                "higher price"));
    }

    @Test
    void a_group_that_a_website_is_closed_to_has_no_prices_of_its_own_there() {
        int group = io.clientele.AdminFixture.asAdmin()
                .body(Map.of(
                        "group",
                        Map.of(
                                "code",
                                StoreFixture.code("closed"),
                                "extension_attributes",
                                Map.of("exclude_website_ids", List.of(1)))))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        PriceFixture lamp = priced("10").fixed(0, group, "1", "5").fixed(0, null, "1", "9");
        asAdmin(with(quote(lamp.line(1)), "group_id", group))
                .body("group_id", is(group))
                .body("lines[0].unit_price", is(9.0f));
    }

    @Test
    void rows_of_a_website_count_there_and_only_where_prices_belong_to_websites() {
        SiteFixture site = SiteFixture.make();
        PriceFixture lamp = product(null, false, 1, site.website()).base("10");
        Map<String, Object> here = quote(lamp.line(1), lamp.line(5), lamp.line(10));
        Map<String, Object> there = with(here, "website_id", site.website());
        StoreFixture.set(SCOPE, "1", "default", 0);
        try {
            lamp.base(site.view(), "20").fixed(site.website(), null, "5", "6").fixed(1, null, "10", "4");
            asGuest(here).body("lines.unit_price", contains(10.0f, 10.0f, 4.0f));
            asGuest(there).body("lines.unit_price", contains(20.0f, 6.0f, 6.0f));
        } finally {
            StoreFixture.inherit(SCOPE, "default", 0);
        }
        asGuest(here).body("lines.unit_price", contains(10.0f, 10.0f, 10.0f));
        asGuest(there).body("lines.unit_price", contains(10.0f, 10.0f, 10.0f));
    }

    // --- Currencies -------------------------------------------------------------------------------------------------

    @Test
    void prices_are_converted_to_a_currency_of_the_website() {
        PriceFixture lamp = priced("10").fixed(0, null, "2", "9.99");
        asGuest(with(quote(lamp.line(1), lamp.line(3)), "currency", "eur"))
                .statusCode(200)
                .body("currency", is("EUR"))
                .body("lines.unit_price", contains(7.07f, 7.06f))
                .body("lines[1].row_total", is(21.18f))
                .body("lines[0].next_tiers[0].unit_price", is(7.06f));
    }

    @Test
    void a_currency_the_website_has_not_or_that_has_no_rate_is_refused() {
        SiteFixture site = SiteFixture.make();
        PriceFixture lamp = product(null, false, 1, site.website()).base("10");
        for (String currency : List.of("CHF", "", "US dollars")) {
            asGuest(with(quote(lamp.line(1)), "currency", currency))
                    .statusCode(400)
                    .body("message", is("The website %websiteId does not have the currency \"%currency\"."))
                    .body("parameters.websiteId", is(1))
                    .body("parameters.currency", is(currency));
        }
        StoreFixture.set("currency/options/allow", "USD,XPF", "websites", site.website());
        asGuest(with(with(quote(lamp.line(1)), "currency", "XPF"), "website_id", site.website()))
                .statusCode(400)
                .body("message", is("There is no rate from \"%from\" to \"%to\"."))
                .body("parameters.from", is("USD"))
                .body("parameters.to", is("XPF"));
    }

    // --- Lines ------------------------------------------------------------------------------------------------------

    @Test
    void every_line_that_cannot_be_quoted_is_named() {
        PriceFixture lamp = priced("10");
        PriceFixture elsewhere = product(null, false).base("10");
        PriceFixture priceless = product(null, false, 1);
        PriceFixture cloth = product(null, true, 1).base("3");
        asGuest(quote(
                        lamp.line(1),
                        Map.of("sku", "no such", "qty", 1),
                        elsewhere.line(1),
                        priceless.line(1),
                        lamp.line(0.5),
                        cloth.line(0.5)))
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body(
                        "errors.message",
                        contains(
                                "The product with SKU = %sku does not exist. Line: %line.",
                                "The product with SKU = %sku is not on the website %websiteId. Line: %line.",
                                "The product with SKU = %sku has no price on the website %websiteId. Line: %line.",
                                "The product with SKU = %sku is sold in whole pieces, not %qty. Line: %line."))
                .body("errors.parameters.line", contains(2, 3, 4, 5))
                .body("errors.parameters.sku", contains("no such", elsewhere.sku(), priceless.sku(), lamp.sku()))
                .body("errors[1].parameters.websiteId", is(1))
                .body("errors[3].parameters.qty", is(0.5f));
        asGuest(quote(cloth.line(0.5))).statusCode(200).body("lines[0].row_total", is(1.5f));
    }

    @Test
    void a_quantity_must_be_a_number_above_zero_that_an_order_can_have() {
        PriceFixture lamp = priced("10");
        for (Object none : new Object[] {0, -1, "-0.0001", "0.0000"}) {
            asGuest(quote(lamp.line(none)))
                    .statusCode(400)
                    .body("message", is("The quantity %qty must be above 0. Line: %line."))
                    .body("parameters.sku", is(lamp.sku()))
                    .body("parameters.line", is(1));
        }
        for (Object tooLong : new Object[] {"0.00001", "100000000", "1".repeat(40)}) {
            asGuest(quote(lamp.line(tooLong)))
                    .statusCode(400)
                    .body(
                            "message",
                            is(
                                    "The quantity %qty has more than 8 digits before the point or 4 after it. Line: %line."));
        }
        for (Object nonsense : new Object[] {"NaN", "1,5", "Infinity", "٣", List.of(1)}) {
            asGuest(quote(lamp.line(nonsense)))
                    .statusCode(400)
                    .body("message", is("Error occurred during \"%field_name\" processing. %details"));
        }
        asGuest(quote(lamp.line("99999999"))).statusCode(200).body("lines[0].row_total", is(1.0E9f));
        asGuest(quote(Map.of("qty", 1)))
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("sku"))
                .body("parameters.line", is(1));
        asGuest(quote(Map.of("sku", lamp.sku()))).body("parameters.fieldName", is("qty"));
    }

    @Test
    void five_hundred_lines_are_quoted_and_no_more() {
        PriceFixture lamp = priced("10").fixed(0, null, "250", "9");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            lines.add(lamp.line(i));
        }
        asGuest(with(quote(), "lines", lines))
                .statusCode(200)
                .body("lines", hasSize(500))
                .body("lines[248].unit_price", is(10.0f))
                .body("lines[249].unit_price", is(9.0f));
        lines.add(lamp.line(1));
        asGuest(with(quote(), "lines", lines))
                .statusCode(400)
                .body("message", is("Maximum items of type \"%type\" is %max"))
                .body("parameters.type", is("lines"))
                .body("parameters.max", is(500));
        asGuest(quote()).statusCode(400).body("parameters.fieldName", is("lines"));
    }

    @Test
    void a_sku_is_found_in_any_case_and_shown_as_it_is() {
        PriceFixture lamp = priced("10");
        asGuest(quote(Map.of("sku", " " + lamp.sku().toUpperCase(java.util.Locale.ROOT), "qty", 1)))
                .statusCode(200)
                .body("lines[0].sku", is(lamp.sku()));
    }

    @Test
    void lines_together_and_each_by_itself_cost_the_same() {
        java.util.Random random = new java.util.Random(20_261_127);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PriceFixture product = product(null, true, 1)
                    .base(BigDecimal.valueOf(random.nextInt(100_000), 4).toPlainString())
                    .discount(0, null, "2", "12.5")
                    .fixed(
                            0,
                            0,
                            "3.5",
                            BigDecimal.valueOf(random.nextInt(100_000), 4).toPlainString());
            for (String qty : List.of("0.5", "2", "7.25")) {
                lines.add(product.line(qty));
            }
        }
        List<Object> together = asGuest(with(quote(), "lines", lines))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("lines");
        List<Object> apart = new ArrayList<>();
        lines.forEach(line -> apart.addAll(
                asGuest(quote(line)).statusCode(200).extract().jsonPath().getList("lines")));
        assertThat(apart).isEqualTo(together).hasSize(36);
    }

    private static void notAllowed(ValidatableResponse answer) {
        answer.statusCode(401)
                .body("message", is(NOT_ALLOWED))
                .body("parameters.resources", is("Magento_Catalog::catalog"));
    }
}
