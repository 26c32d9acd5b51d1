package io.clientele.store;

import static io.clientele.store.StoreFixture.admin;
import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.set;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurrencyApiTest {

    @Test
    void the_currencies_of_the_store_are_told_to_anybody() {
        given().get("/rest/V1/directory/currency")
                .then()
                .statusCode(200)
                .body("base_currency_code", is("USD"))
                .body("base_currency_symbol", is("$"))
                .body("default_display_currency_code", is("USD"))
                .body("default_display_currency_symbol", is("$"))
                .body("available_currency_codes", contains("USD", "EUR"))
                .body("exchange_rates.currency_to", contains("USD", "EUR"))
                .body("exchange_rates[0].rate", is(1))
                .body("exchange_rates[1].rate", is(0.7067f));
    }

    @Test
    void the_store_in_the_url_decides_and_a_currency_without_a_rate_is_left_out() {
        int website = website(code("site"));
        String code = code("view");
        int view = view(website, group(website, code("group")), code, true);
        set("currency/options/base", "EUR", "websites", website);
        set("currency/options/allow", "EUR,CHF", "stores", view);
        set("currency/options/default", "EUR", "stores", view);
        set("general/locale/code", "de_DE", "stores", view);
        given().get("/rest/" + code + "/V1/directory/currency")
                .then()
                .statusCode(200)
                .body("base_currency_code", is("EUR"))
                .body("base_currency_symbol", is("€"))
                .body("available_currency_codes", contains("EUR", "CHF"))
                .body("exchange_rates.currency_to", contains("EUR"));
    }

    @Test
    void rates_are_kept_and_shown() {
        admin().body("{\"rates\": [{\"from\": \"GBP\", \"to\": \"NOK\", \"rate\": \"13.25\"}]}")
                .put("/rest/V1/currency/rates")
                .then()
                .statusCode(200)
                .body("rates.find { it.from == 'GBP' && it.to == 'NOK' }.rate", is(13.25f));
        admin().get("/rest/V1/currency/rates")
                .then()
                .statusCode(200)
                .body("rates.find { it.from == 'GBP' && it.to == 'NOK' }.rate", is(13.25f))
                .body("rates.find { it.from == 'USD' && it.to == 'EUR' }.rate", is(0.7067f));
    }

    @Test
    void a_rate_of_nothing_or_for_no_currency_is_refused() {
        refused("{\"from\": \"XXY\", \"to\": \"EUR\", \"rate\": 1}", "from");
        refused("{\"from\": \"EUR\", \"to\": \"eur\", \"rate\": 1}", "to");
        refused("{\"from\": \"EUR\", \"to\": \"USD\", \"rate\": 0}", "rate");
        refused("{\"from\": \"EUR\", \"to\": \"USD\", \"rate\": 1e20}", "rate");
        admin().body("{\"rates\": [{\"from\": \"EUR\", \"to\": \"USD\"}]}")
                .put("/rest/V1/currency/rates")
                .then()
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("rate"));
    }

    private static void refused(String rate, String field) {
        admin().body("{\"rates\": [" + rate + "]}")
                .put("/rest/V1/currency/rates")
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is(field));
    }
}
