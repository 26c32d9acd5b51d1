package io.clientele.store;

import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreGraphQLTest {

    private static ValidatableResponse query(String text) {
        return given().contentType("application/json")
                .body(Map.of("query", text))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void the_configuration_of_the_default_store_view_is_shown() {
        query("""
                {storeConfig {id code store_code store_name store_sort_order is_default_store store_group_code
                 store_group_name is_default_store_group website_id website_code website_name locale
                 base_currency_code default_display_currency_code timezone weight_unit base_url base_link_url
                 base_static_url base_media_url secure_base_url secure_base_link_url secure_base_static_url
                 secure_base_media_url use_store_in_url root_category_id root_category_uid}}""")
                .body("data.storeConfig.id", is(1))
                .body("data.storeConfig.code", is("default"))
                .body("data.storeConfig.store_code", is("default"))
                .body("data.storeConfig.store_name", is("Default Store View"))
                .body("data.storeConfig.store_sort_order", is(0))
                .body("data.storeConfig.is_default_store", is(true))
                .body("data.storeConfig.store_group_code", is("main_website_store"))
                .body("data.storeConfig.store_group_name", is("Main Website Store"))
                .body("data.storeConfig.is_default_store_group", is(true))
                .body("data.storeConfig.website_id", is(1))
                .body("data.storeConfig.website_code", is("base"))
                .body("data.storeConfig.website_name", is("Main Website"))
                .body("data.storeConfig.locale", is("en_US"))
                .body("data.storeConfig.timezone", is("America/Los_Angeles"))
                .body("data.storeConfig.use_store_in_url", is(false))
                .body("data.storeConfig.root_category_id", is(2))
                .body("data.storeConfig.root_category_uid", is("Mg=="));
    }

    @Test
    void the_available_stores_are_the_active_ones_of_the_website_or_of_its_current_group() {
        String beside = code("view");
        view(1, 1, beside, true);
        String inactive = code("view");
        view(1, 1, inactive, false);
        String otherGroup = code("view");
        view(1, group(1, code("group")), otherGroup, true);
        int website = website(code("site"));
        String elsewhere = code("view");
        view(website, group(website, code("group")), elsewhere, true);

        query("{availableStores {store_code website_code is_default_store is_default_store_group}}")
                .body("data.availableStores.store_code", hasItems("default", beside, otherGroup))
                .body("data.availableStores.store_code", not(hasItem(inactive)))
                .body("data.availableStores.store_code", not(hasItem(elsewhere)))
                .body("data.availableStores.find { it.store_code == '" + otherGroup + "' }.is_default_store", is(true))
                .body(
                        "data.availableStores.find { it.store_code == '" + otherGroup + "' }.is_default_store_group",
                        is(false));
        query("{availableStores(useCurrentGroup: true) {store_code}}")
                .body("data.availableStores.store_code", hasItems("default", beside))
                .body("data.availableStores.store_code", not(hasItem(otherGroup)));
    }

    @Test
    void the_currencies_are_those_rest_shows() {
        query("""
                {currency {base_currency_code base_currency_symbol default_display_currecy_code
                 default_display_currency_code default_display_currency_symbol available_currency_codes
                 exchange_rates {currency_to rate}}}""")
                .body("data.currency.base_currency_code", is("USD"))
                .body("data.currency.base_currency_symbol", is("$"))
                .body("data.currency.default_display_currecy_code", is("USD"))
                .body("data.currency.available_currency_codes", contains("USD", "EUR"))
                .body("data.currency.exchange_rates.currency_to", contains("USD", "EUR"))
                .body("data.currency.exchange_rates[1].rate", is(0.7067f));
    }
}
