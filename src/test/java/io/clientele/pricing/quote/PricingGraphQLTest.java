package io.clientele.pricing.quote;

import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.graphql;
import static io.clientele.customer.GraphQLFixture.guest;
import static io.clientele.pricing.quote.PriceFixture.priced;
import static io.clientele.pricing.quote.PriceFixture.product;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PricingGraphQLTest {

    private static final int WHOLESALE = 2;
    private static final String PRICE = "{ regular_price { value currency } final_price { value currency }"
            + " discount { amount_off percent_off } }";
    private static final String FIELDS = "{ items { __typename sku name uid special_price price_range { minimum_price "
            + PRICE + " maximum_price " + PRICE + " } price_tiers { quantity final_price { value currency }"
            + " discount { amount_off percent_off } } tier_prices { customer_group_id percentage_value qty value website_id }"
            + " price { minimalPrice { amount { value } } regularPrice { amount { value } } } description { html } }"
            + " total_count page_info { current_page page_size total_pages } }";
    private static final String ITEM = "data.products.items[0].";

    @Inject
    Tokens tokens;

    @Inject
    Clock clock;

    private static String bySku(String sku) {
        return "{ products(filter: {sku: {eq: \"" + sku + "\"}}) " + FIELDS + " }";
    }

    private String wholesaler() {
        return tokens.issue(Subject.customer(createByAdmin(with(customer(), "group_id", WHOLESALE))), 1);
    }

    @Test
    void a_guest_sees_the_prices_of_guests_and_of_everybody() {
        PriceFixture lamp = product(null, true, 1)
                .base("10")
                .fixed(0, null, "5", "8")
                .fixed(0, 0, "5.5", "9")
                .discount(0, 0, "1", "5")
                .fixed(0, WHOLESALE, "1", "1");
        guest(bySku(lamp.sku()))
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.products.total_count", is(1))
                .body("data.products.page_info.total_pages", is(1))
                .body(ITEM + "__typename", is("SimpleProduct"))
                .body(ITEM + "sku", is(lamp.sku()))
                .body(ITEM + "name", is("Lamp"))
                .body(ITEM + "special_price", nullValue())
                .body(ITEM + "description", nullValue())
                .body(ITEM + "price_range.minimum_price.regular_price.value", is(10))
                .body(ITEM + "price_range.minimum_price.regular_price.currency", is("USD"))
                .body(ITEM + "price_range.minimum_price.final_price.value", is(9.5f))
                .body(ITEM + "price_range.minimum_price.discount.amount_off", is(0.5f))
                .body(ITEM + "price_range.minimum_price.discount.percent_off", is(5))
                .body(ITEM + "price_range.maximum_price.final_price.value", is(9.5f))
                .body(ITEM + "price_tiers.quantity", contains(1, 5, 5.5f))
                .body(ITEM + "price_tiers.final_price.value", contains(9.5f, 8, 9))
                .body(ITEM + "price_tiers.discount.percent_off", contains(5, 20, 10))
                .body(ITEM + "tier_prices.customer_group_id", contains("0", "32000", "0"))
                .body(ITEM + "tier_prices.qty", contains(1, 5, 5.5f))
                .body(ITEM + "tier_prices.value", contains(9.5f, 8, 9))
                .body(ITEM + "tier_prices.percentage_value", contains(is(5), nullValue(), nullValue()))
                .body(ITEM + "tier_prices.website_id", contains(0, 0, 0))
                .body(ITEM + "price.minimalPrice.amount.value", is(9.5f))
                .body(ITEM + "price.regularPrice.amount.value", is(10));
    }

    @Test
    void a_customer_sees_the_prices_of_the_own_group_and_of_everybody_and_of_no_other() {
        PriceFixture lamp = priced("10")
                .fixed(0, null, "2", "9")
                .fixed(0, WHOLESALE, "2", "8")
                .fixed(0, WHOLESALE, "3", "12")
                .fixed(0, 1, "2", "7")
                .fixed(0, 0, "2", "6");
        graphql(wholesaler(), bySku(lamp.sku()))
                .statusCode(200)
                .body(ITEM + "price_tiers.quantity", contains(2, 3))
                .body(ITEM + "price_tiers.final_price.value", contains(8, 12))
                .body(ITEM + "price_tiers.discount.amount_off", contains(2, 0))
                .body(ITEM + "tier_prices.customer_group_id", contains("2", "32000", "2"));
        graphql(AdminFixture.token(), bySku(lamp.sku())).body(ITEM + "price_tiers.final_price.value", contains(6));
    }

    @Test
    void prices_are_converted_to_the_currency_of_the_request() {
        PriceFixture lamp = priced("49.90").fixed(0, null, "2", "9.99").discount(0, null, "3", "20");
        given().contentType(ContentType.JSON)
                .header("Content-Currency", "EUR")
                .body(Map.of("query", bySku(lamp.sku())))
                .post("/graphql")
                .then()
                .body(ITEM + "price_range.minimum_price.final_price.value", is(35.26f))
                .body(ITEM + "price_range.minimum_price.final_price.currency", is("EUR"))
                .body(ITEM + "price_tiers[0].final_price.value", is(7.06f))
                .body(ITEM + "price_tiers[0].final_price.currency", is("EUR"))
                .body(ITEM + "price_tiers[1].final_price.value", is(28.21f))
                .body(ITEM + "price_tiers[1].discount.percent_off", is(20));
    }

    @Test
    void a_special_price_shows_in_its_time() {
        PriceFixture now =
                product(null, false, 1).base("10").special("4", clock.instant().minusSeconds(60));
        PriceFixture later =
                product(null, false, 1).base("10").special("4", clock.instant().plus(Duration.ofDays(1)));
        guest(bySku(now.sku()))
                .body(ITEM + "special_price", is(4))
                .body(ITEM + "price_range.minimum_price.final_price.value", is(4));
        guest(bySku(later.sku()))
                .body(ITEM + "special_price", nullValue())
                .body(ITEM + "price_range.minimum_price.final_price.value", is(10));
    }

    @Test
    void several_products_come_in_pages_and_orders_without_those_that_are_not_sold_here() {
        PriceFixture dear = priced("30");
        PriceFixture cheap = priced("10");
        PriceFixture middle = priced("20");
        PriceFixture elsewhere = product(null, false).base("1");
        PriceFixture priceless = product(null, false, 1);
        String some = "products(filter: {sku: {in: [\"%s\", \"no such\", \"%s\", \"%s\", \"%s\", \"%s\", null]}}"
                .formatted(dear.sku(), elsewhere.sku(), cheap.sku(), priceless.sku(), middle.sku());
        guest("{ all: " + some + ") " + FIELDS + " up: " + some + ", sort: {price: ASC}, pageSize: 2) { items { sku }"
                        + " total_count page_info { total_pages } } down: " + some
                        + ", sort: {price: DESC}, pageSize: 2, currentPage: 2) { items { sku } } back: " + some
                        + ", sort: {position: DESC}) { items { sku } } }")
                .statusCode(200)
                .body("data.all.items.sku", contains(dear.sku(), cheap.sku(), middle.sku()))
                .body("data.all.total_count", is(3))
                .body("data.up.items.sku", contains(cheap.sku(), middle.sku()))
                .body("data.up.total_count", is(3))
                .body("data.up.page_info.total_pages", is(2))
                .body("data.down.items.sku", contains(cheap.sku()))
                .body("data.back.items.sku", contains(middle.sku(), cheap.sku(), dear.sku()));
    }

    @Test
    void products_are_asked_for_by_sku_and_in_pages_there_can_be() {
        refused(
                "products(search: \"lamp\") { total_count }",
                "Products are found by their SKU here, not by search words.");
        refused("products { total_count }", "'search' or 'filter' input argument is required.");
        refused("products(filter: {}) { total_count }", "'search' or 'filter' input argument is required.");
        refused(
                "products(filter: {sku: {eq: \"x\"}}, pageSize: 0) { total_count }",
                "pageSize value must be greater than 0.");
        refused(
                "products(filter: {sku: {eq: \"x\"}}, currentPage: 0) { total_count }",
                "currentPage value must be greater than 0.");
        guest("{ products(filter: {sku: {eq: \"no such\"}}) { items { sku } total_count } }")
                .body("data.products.items", empty())
                .body("data.products.total_count", is(0));
    }

    @Test
    void a_quote_says_the_same_over_graphql() {
        PriceFixture lamp = priced("10").fixed(0, WHOLESALE, "2", "8").fixed(0, WHOLESALE, "10", "7");
        String quote = "{ priceQuote(input: {lines: [{sku: \"" + lamp.sku() + "\", qty: 3}]%s}) { currency group_uid"
                + " lines { sku qty unit_price { value currency } row_total { value } row_total_incl_tax { value }"
                + " next_tiers { qty unit_price { value } } candidates { source won reason } } } }";
        graphql(wholesaler(), quote.formatted(""))
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.priceQuote.currency", is("USD"))
                .body("data.priceQuote.group_uid", is("Mg=="))
                .body("data.priceQuote.lines", hasSize(1))
                .body("data.priceQuote.lines[0].unit_price.value", is(8))
                .body("data.priceQuote.lines[0].unit_price.currency", is("USD"))
                .body("data.priceQuote.lines[0].row_total.value", is(24))
                .body("data.priceQuote.lines[0].row_total_incl_tax.value", is(24))
                .body("data.priceQuote.lines[0].next_tiers[0].qty", is(10))
                .body("data.priceQuote.lines[0].candidates", nullValue());
        guest(quote.formatted(", group_id: 2")).body("data.priceQuote.lines[0].unit_price.value", is(10));
        guest(quote.formatted(", explain: true"))
                .statusCode(403)
                .body("errors[0].message", is("The consumer isn't authorized to access Magento_Catalog::catalog."))
                .body("errors[0].extensions.category", is("graphql-authorization"));
        graphql(AdminFixture.token(), quote.formatted(", group_id: 2, explain: true, currency: \"EUR\""))
                .body("data.priceQuote.currency", is("EUR"))
                .body("data.priceQuote.lines[0].unit_price.value", is(5.65f))
                .body("data.priceQuote.lines[0].candidates.source", contains("tier", "tier", "base"))
                .body("data.priceQuote.lines[0].candidates.won", contains(true, false, false));
    }

    private static void refused(String field, String message) {
        guest("{ " + field + " }")
                .body("errors[0].message", is(message))
                .body("errors[0].extensions.category", is("graphql-input"));
    }
}
