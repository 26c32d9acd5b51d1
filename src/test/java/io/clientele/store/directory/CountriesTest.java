package io.clientele.store.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.clientele.shared.RefusalKind;
import io.clientele.store.StoreSettings;
import io.clientele.store.Stores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings make of the data. */
@QuarkusTest
class CountriesTest {

    @Inject
    Countries countries;

    @Inject
    Stores stores;

    @Inject
    SettingFixture settings;

    @Test
    void a_region_is_found_by_its_id_its_code_and_its_name() {
        Region california = new Region(12, "US", "CA", "California");
        assertThat(countries.region(12)).contains(california);
        assertThat(countries.region(0)).isEmpty();
        assertThat(countries.regionByCode("US", "CA")).contains(california);
        assertThat(countries.regionByCode("US", "ca")).contains(california);
        assertThat(countries.regionByCode("CA", "CA")).isEmpty();
        assertThat(countries.regionByCode("GB", "CA")).isEmpty();
        assertThat(countries.regionByName("US", "california")).contains(california);
        assertThat(countries.regionByName("XX", "California")).isEmpty();
    }

    @Test
    void a_code_that_several_regions_share_means_the_first() {
        assertThat(countries.regionByCode("US", "AE")).map(Region::id).contains(6);
    }

    @Test
    void a_region_is_required_where_the_setting_says_so() {
        assertThat(countries.regionRequired("US")).isTrue();
        assertThat(countries.regionRequired("GB")).isFalse();
        assertThat(countries.hasRegions("IE")).isTrue();
        assertThat(countries.regionRequired("IE")).isFalse();
        try (var _ = settings.at(DirectorySettings.REGION_REQUIRED, "default", 0, "GB,US")) {
            assertThat(countries.regionRequired("GB")).isTrue();
            assertThat(countries.regionRequired("DE")).isFalse();
            assertThat(countries.regionRequiredIn()).containsExactly("GB", "US");
        }
    }

    @Test
    void a_postcode_is_optional_where_the_setting_says_so() {
        assertThat(countries.postcodeOptional("GB")).isTrue();
        assertThat(countries.postcodeOptional("US")).isFalse();
        try (var _ = settings.at(DirectorySettings.OPTIONAL_POSTCODE, "default", 0, "US")) {
            assertThat(countries.postcodeOptional("US")).isTrue();
            assertThat(countries.postcodeOptional("GB")).isFalse();
        }
    }

    @Test
    void a_postcode_fits_the_form_of_its_country() {
        assertThat(countries.postcodeFits("US", "36104")).isTrue();
        assertThat(countries.postcodeFits("US", " 36104-1234 ")).isTrue();
        assertThat(countries.postcodeFits("US", "3610")).isFalse();
        assertThat(countries.postcodeFits("GB", "sw1a 1aa")).isTrue();
        assertThat(countries.postcodeFits("AE", "anything")).isTrue();
        assertThat(countries.postcodeFits("XX", "anything")).isTrue();
    }

    @Test
    void a_postcode_that_does_not_fit_is_taken_unless_the_website_looks() {
        assertThat(countries.postcodeAccepted("US", "3610", 1)).isTrue();
        try (var _ = settings.at(DirectorySettings.CHECK_POSTCODE, "websites", 1, "1")) {
            assertThat(countries.postcodeAccepted("US", "3610", 1)).isFalse();
            assertThat(countries.postcodeAccepted("US", "36104", 1)).isTrue();
            assertThat(countries.postcodeAccepted("US", "3610", 2)).isTrue();
        }
    }

    @Test
    void only_countries_the_website_allows_are_available() {
        assertThat(countries.isAllowed("FR", 1)).isTrue();
        assertThat(countries.isAllowed("XX", 1)).isFalse();
        try (var _ = settings.at(DirectorySettings.ALLOWED, "websites", 1, "US,DE")) {
            assertThat(countries.isAllowed("FR", 1)).isFalse();
            assertThat(countries.isAllowed("FR", 2)).isTrue();
            assertThat(countries.country("FR")).isPresent();
            given().get("/rest/V1/directory/countries").then().statusCode(200).body("id", contains("DE", "US"));
            given().get("/rest/V1/directory/countries/FR")
                    .then()
                    .statusCode(404)
                    .body("message", is("The country isn't available."));
        }
    }

    @Test
    void a_country_that_is_unknown_or_not_named_is_refused_in_the_contracts_words() {
        assertThatThrownBy(() -> countries.named("BLAH", stores.view(1)))
                .hasMessage("The country isn't available.")
                .extracting("kind")
                .isEqualTo(RefusalKind.NO_SUCH_ENTITY);
        for (String missing : new String[] {null, ""}) {
            assertThatThrownBy(() -> countries.named(missing, stores.view(1)))
                    .hasMessage("Country \"id\" value should be specified")
                    .extracting("kind")
                    .isEqualTo(RefusalKind.INPUT);
        }
    }

    @Test
    void an_empty_list_allows_every_country() {
        try (var _ = settings.at(DirectorySettings.ALLOWED, "default", 0, "")) {
            assertThat(countries.allowed(stores.view(1))).hasSize(252);
            assertThat(countries.isAllowed("SS", 1)).isTrue();
            assertThat(countries.isAllowed("XX", 1)).isFalse();
        }
    }

    @Test
    void a_country_is_named_in_the_language_of_the_store_view() {
        try (var _ = settings.at(StoreSettings.LOCALE, "stores", 1, "fr_FR")) {
            given().get("/rest/V1/directory/countries/DE")
                    .then()
                    .statusCode(200)
                    .body("full_name_locale", is("Allemagne"))
                    .body("full_name_english", is("Germany"));
            given().contentType(ContentType.JSON)
                    .body(Map.of("query", "{ country(id: \"DE\") { full_name_locale full_name_english } }"))
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("data.country.full_name_locale", is("Allemagne"))
                    .body("data.country.full_name_english", is("Germany"));
        }
        try (var _ = settings.at(StoreSettings.LOCALE, "stores", 1, "zh_Hans_CN")) {
            given().get("/rest/V1/directory/countries/DE").then().body("full_name_locale", is("德国"));
        }
        for (String unusable : new String[] {"!", "xx_XX", ""}) {
            try (var _ = settings.at(StoreSettings.LOCALE, "stores", 1, unusable)) {
                given().get("/rest/V1/directory/countries/DE").then().body("full_name_locale", is("Germany"));
            }
        }
    }

    @Test
    void an_address_form_starts_with_the_country_of_the_store_view() {
        assertThat(countries.defaultCountry(stores.view(1))).isEqualTo("US");
        try (var _ = settings.at(DirectorySettings.DEFAULT_COUNTRY, "stores", 1, "CH")) {
            assertThat(countries.defaultCountry(stores.view(1))).isEqualTo("CH");
        }
    }
}
