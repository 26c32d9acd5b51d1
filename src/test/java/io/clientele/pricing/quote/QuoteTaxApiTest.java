package io.clientele.pricing.quote;

import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.pricing.quote.PriceFixture.asAdmin;
import static io.clientele.pricing.quote.PriceFixture.product;
import static io.clientele.pricing.quote.PriceFixture.quote;
import static io.clientele.tax.TaxFixture.made;
import static io.clientele.tax.TaxFixture.madeRule;
import static io.clientele.tax.TaxFixture.rate;
import static io.clientele.tax.TaxFixture.rule;
import static io.clientele.tax.TaxFixture.taxClass;
import static org.hamcrest.Matchers.is;

import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes with tax. Each test has a product tax class of its own, so that nobody else's prices change. */
@QuarkusTest
class QuoteTaxApiTest {

    private static final int RETAIL_CUSTOMER = 3;

    private SiteFixture site = SiteFixture.base();
    private int goods;

    @BeforeEach
    void a_website_and_a_tax_class_of_its_own() {
        site = SiteFixture.make();
        goods = taxClass("PRODUCT");
    }

    private PriceFixture lamp(String price) {
        return product(goods, false, site.website()).base(price);
    }

    private Map<String, Object> here(PriceFixture product, Object qty) {
        return with(quote(product.line(qty)), "website_id", site.website());
    }

    private void set(String path, String value) {
        StoreFixture.set(path, value, "websites", site.website());
    }

    private void taxed(String country, Object percent) {
        madeRule(rule(RETAIL_CUSTOMER, goods, made(rate(country, percent))));
    }

    @Test
    void a_guest_is_taxed_at_the_default_destination() {
        taxed("US", 8.25);
        taxed("GB", 19);
        PriceFixture lamp = lamp("9.99");
        PriceFixture.asGuest(here(lamp, 3))
                .statusCode(200)
                .body("lines[0].tax_percent", is(8.25f))
                .body("lines[0].unit_price", is(9.99f))
                .body("lines[0].unit_price_incl_tax", is(10.81f))
                .body("lines[0].row_total", is(29.97f))
                .body("lines[0].row_total_incl_tax", is(32.44f));
        set("tax/defaults/country", "GB");
        PriceFixture.asGuest(here(lamp, 1)).body("lines[0].row_total_incl_tax", is(11.89f));
        set("tax/calculation/algorithm", "UNIT_BASE_CALCULATION");
        set("tax/defaults/country", "US");
        PriceFixture.asGuest(here(lamp, 3)).body("lines[0].row_total_incl_tax", is(32.43f));
    }

    @Test
    void a_customer_is_taxed_by_the_address_that_the_shop_goes_by() {
        taxed("US", 10);
        taxed("GB", 20);
        taxed("NL", 30);
        Map<String, Object> british =
                with(with(with(address(), "country_id", "GB"), "region_id", 0), "default_shipping", true);
        Map<String, Object> dutch =
                with(with(with(address(), "country_id", "NL"), "region_id", 0), "default_billing", true);
        long ada = member(with(customer(), "addresses", List.of(british, dutch)));
        Map<String, Object> quote = with(here(lamp("100"), 1), "customer_id", ada);
        asAdmin(quote).statusCode(200).body("lines[0].row_total_incl_tax", is(120.0f));
        set("tax/calculation/based_on", "billing");
        asAdmin(quote).body("lines[0].row_total_incl_tax", is(130.0f));
        set("tax/calculation/based_on", "origin");
        asAdmin(quote).body("lines[0].row_total_incl_tax", is(110.0f));
        long homeless = member(customer());
        set("tax/calculation/based_on", "shipping");
        asAdmin(with(here(lamp("100"), 1), "customer_id", homeless)).body("lines[0].row_total_incl_tax", is(110.0f));
    }

    @Test
    void prices_may_be_kept_with_tax() {
        taxed("US", 19);
        taxed("NL", 20);
        set("tax/calculation/price_includes_tax", "1");
        PriceFixture lamp = lamp("119").fixed(0, null, "10", "59.50");
        PriceFixture.asGuest(here(lamp, 1))
                .body("lines[0].unit_price", is(100.0f))
                .body("lines[0].unit_price_incl_tax", is(119.0f))
                .body("lines[0].row_total", is(100.0f))
                .body("lines[0].next_tiers[0].unit_price", is(50.0f));
        Map<String, Object> dutch =
                with(with(with(address(), "country_id", "NL"), "region_id", 0), "default_shipping", true);
        long customer = member(with(customer(), "addresses", List.of(dutch)));
        Map<String, Object> quote = with(here(lamp, 1), "customer_id", customer);
        asAdmin(quote).body("lines[0].unit_price", is(100.0f)).body("lines[0].row_total_incl_tax", is(120.0f));
        set("tax/calculation/cross_border_trade_enabled", "1");
        asAdmin(quote).body("lines[0].unit_price", is(99.17f)).body("lines[0].row_total_incl_tax", is(119.0f));
    }

    @Test
    void a_basis_algorithm_or_country_there_is_not_is_refused() {
        for (String path : List.of(
                "tax/calculation/based_on",
                "tax/calculation/algorithm",
                "tax/defaults/country",
                "shipping/origin/country_id")) {
            io.clientele.AdminFixture.asAdmin()
                    .body(Map.of("value", "XX"))
                    .put("/rest/V1/settings/" + path)
                    .then()
                    .statusCode(400)
                    .body("parameters.value", is("XX"))
                    .body("parameters.fieldName", is(path));
        }
    }

    private long member(Map<String, Object> customer) {
        return createByAdmin(with(with(customer, "website_id", site.website()), "store_id", site.view()));
    }
}
