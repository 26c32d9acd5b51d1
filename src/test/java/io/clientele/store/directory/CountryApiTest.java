package io.clientele.store.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountryApiTest {

    private static ValidatableResponse query(String document, Map<String, ?> variables) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then();
    }

    @Test
    void anyone_may_list_the_countries() {
        List<String> ids = given().get("/rest/V1/directory/countries")
                .then()
                .statusCode(200)
                .body("$", hasSize(251))
                .body("", everyItem(not(aMapWithSize(0))))
                .body("full_name_locale", everyItem(notNullValue()))
                .body("full_name_english", everyItem(notNullValue()))
                .body("three_letter_abbreviation", everyItem(notNullValue()))
                .body("find { it.id == 'US' }.available_regions", hasSize(65))
                .extract()
                .path("id");
        assertThat(ids).isSorted().contains("US", "DE", "XK", "AN", "FX");
    }

    @Test
    void a_country_is_shown_with_its_regions() {
        given().get("/rest/V1/directory/countries/US")
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(6))
                .body("id", is("US"))
                .body("two_letter_abbreviation", is("US"))
                .body("three_letter_abbreviation", is("USA"))
                .body("full_name_locale", is("United States"))
                .body("full_name_english", is("United States"))
                .body("available_regions[0]", equalTo(Map.of("id", "1", "code", "AL", "name", "Alabama")));
    }

    @Test
    void a_country_without_a_list_of_regions_has_no_such_key() {
        given().get("/rest/V1/directory/countries/GB").then().statusCode(200).body("$", aMapWithSize(5));
    }

    @Test
    void only_the_fields_asked_for_are_shown() {
        given().get("/rest/V1/directory/countries/AU?fields=id,available_regions[code]")
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(2))
                .body("available_regions", hasItem(Map.of("code", "NSW")));
    }

    @Test
    void an_unknown_country_is_not_available() {
        for (String id : List.of("XX", "us", "USA", "%00", "%F0%9F%98%80")) {
            given().urlEncodingEnabled(false)
                    .get("/rest/V1/directory/countries/" + id)
                    .then()
                    .statusCode(404)
                    .body("message", is("The country isn't available."))
                    .body("parameters", nullValue());
        }
    }

    @Test
    void graphql_lists_the_countries() {
        query("""
                {
                  countries {
                    id two_letter_abbreviation three_letter_abbreviation full_name_locale full_name_english
                    available_regions { id code name }
                  }
                }
                """, Map.of())
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.countries", hasSize(251))
                .body("data.countries.full_name_locale", everyItem(notNullValue()))
                .body("data.countries.find { it.id == 'GB' }.available_regions", nullValue())
                .body("data.countries.find { it.id == 'DE' }.available_regions[0].id", is(80));
    }

    @Test
    void graphql_shows_one_country() {
        query(
                        "query ($id: String) { country(id: $id) { id full_name_english available_regions { id code name } } }",
                        Map.of("id", "CA"))
                .statusCode(200)
                .body("data.country.full_name_english", is("Canada"))
                .body("data.country.available_regions[0]", equalTo(Map.of("id", 66, "code", "AB", "name", "Alberta")));
    }

    @Test
    void a_stores_configuration_says_what_it_asks_of_addresses() {
        query("""
                {
                  storeConfig {
                    default_country countries_with_required_region optional_zip_countries display_state_if_optional
                  }
                  availableStores { default_country }
                }
                """, Map.of())
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.storeConfig.default_country", is("US"))
                .body(
                        "data.storeConfig.countries_with_required_region",
                        is(DirectorySettings.REGION_REQUIRED.defaultValue()))
                .body("data.storeConfig.optional_zip_countries", is("HK,IE,MO,PA,GB"))
                .body("data.storeConfig.display_state_if_optional", is(true))
                .body("data.availableStores[0].default_country", is("US"));
    }

    @Test
    void graphql_refuses_a_country_that_is_unknown_or_not_named() {
        query("{ country(id: \"BLAH\") { id } }", Map.of())
                .statusCode(200)
                .body("data.country", nullValue())
                .body("errors[0].message", is("The country isn't available."))
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
        for (String document : List.of("{ country { id } }", "{ country(id: \"\") { id } }")) {
            query(document, Map.of())
                    .statusCode(200)
                    .body("data.country", nullValue())
                    .body("errors[0].message", is("Country \"id\" value should be specified"))
                    .body("errors[0].extensions.category", is("graphql-input"));
        }
    }
}
