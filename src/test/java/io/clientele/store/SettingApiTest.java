package io.clientele.store;

import static io.clientele.store.StoreFixture.admin;
import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.inherit;
import static io.clientele.store.StoreFixture.set;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingApiTest {

    @Inject
    Settings settings;

    @Inject
    Stores stores;

    @Test
    void definitions_tell_type_default_scopes_and_label() {
        admin().get("/rest/V1/settings/definitions")
                .then()
                .statusCode(200)
                .body("find { it.path == 'general/locale/timezone' }.type", is("string"))
                .body("find { it.path == 'general/locale/timezone' }.default", is("America/Los_Angeles"))
                .body("find { it.path == 'general/locale/timezone' }.scopes", contains("default", "websites"))
                .body("find { it.path == 'general/locale/timezone' }.label", is("Timezone"))
                .body("find { it.path == 'currency/options/allow' }.type", is("list"))
                .body("find { it.path == 'web/url/use_store' }.type", is("bool"));
    }

    @Test
    void a_value_is_inherited_from_the_default_through_the_website_to_the_store_view() {
        int website = website(code("site"));
        int view = view(website, group(website, code("group")), code("view"), true);
        String path = "general/locale/weight_unit";
        String here = "/rest/V1/settings/" + path + "?scope=stores&scope_id=" + view;

        admin().get(here)
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("path", path, "value", "lbs", "inherited_from", "default")));
        set(path, "kgs", "websites", website);
        admin().get(here).then().body("value", is("kgs")).body("inherited_from", is("websites"));
        assertThat(settings.text(StoreSettings.WEIGHT_UNIT, stores.view(view))).isEqualTo("kgs");
        assertThat(settings.text(StoreSettings.WEIGHT_UNIT, website)).isEqualTo("kgs");
        assertThat(settings.text(StoreSettings.WEIGHT_UNIT)).isEqualTo("lbs");
        set(path, "lbs", "stores", view);
        admin().get(here).then().body("value", is("lbs")).body("inherited_from", nullValue());
        inherit(path, "stores", view);
        admin().get(here).then().body("value", is("kgs")).body("inherited_from", is("websites"));
        inherit(path, "websites", website);
        admin().get(here).then().body("value", is("lbs")).body("inherited_from", is("default"));
    }

    @Test
    void the_default_level_inherits_from_nothing() {
        admin().get("/rest/V1/settings/general/locale/timezone")
                .then()
                .statusCode(200)
                .body("value", is("America/Los_Angeles"))
                .body("containsKey('inherited_from')", is(true))
                .body("inherited_from", nullValue());
    }

    @Test
    void all_settings_of_a_place_are_listed() {
        int website = website(code("site"));
        set("general/locale/timezone", "Europe/Berlin", "websites", website);
        admin().get("/rest/V1/settings?scope=websites&scope_id=" + website)
                .then()
                .statusCode(200)
                .body("find { it.path == 'general/locale/timezone' }.value", is("Europe/Berlin"))
                .body("find { it.path == 'general/locale/timezone' }.inherited_from", nullValue())
                .body("find { it.path == 'general/locale/code' }.value", is("en_US"))
                .body("find { it.path == 'general/locale/code' }.inherited_from", is("default"));
    }

    @Test
    void a_setting_that_nobody_reads_is_not_found() {
        admin().get("/rest/V1/settings/no/such/thing")
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("path"))
                .body("parameters.fieldValue", is("no/such/thing"));
    }

    @Test
    void a_place_that_does_not_exist_is_refused() {
        admin().get("/rest/V1/settings?scope=websites&scope_id=9999")
                .then()
                .statusCode(404)
                .body("parameters.fieldName", is("websiteId"));
        admin().get("/rest/V1/settings?scope=stores&scope_id=9999")
                .then()
                .statusCode(404)
                .body("parameters.fieldName", is("storeId"));
        admin().get("/rest/V1/settings?scope=planets").then().statusCode(400).body("parameters.fieldName", is("scope"));
        admin().get("/rest/V1/settings?scope=default&scope_id=3")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("scope_id"));
        admin().get("/rest/V1/settings?scope=websites&scope_id=x")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        is(
                                "The \"%value\" value's type is invalid. The \"%type\" type was expected. Verify and try again."));
    }

    @Test
    void a_value_out_of_type_or_sense_is_refused() {
        refused("web/url/use_store", "maybe", "default", 0, "web/url/use_store");
        refused("general/locale/code", "xx_YY", "default", 0, "general/locale/code");
        refused("general/locale/timezone", "Europe/Atlantis", "default", 0, "general/locale/timezone");
        refused("currency/options/base", "XYZ", "default", 0, "currency/options/base");
        refused("currency/options/allow", "USD,,EUR", "default", 0, "currency/options/allow");
        refused("web/unsecure/base_url", "javascript:alert(1)", "default", 0, "web/unsecure/base_url");
    }

    private static void refused(String path, String value, String scope, int scopeId, String field) {
        admin().body(Map.of("value", value))
                .put("/rest/V1/settings/" + path + "?scope=" + scope + "&scope_id=" + scopeId)
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is(field))
                .body("parameters.value", is(value));
    }

    @Test
    void a_scope_narrower_than_the_settings_own_is_refused() {
        admin().body(Map.of("value", "Europe/Berlin"))
                .put("/rest/V1/settings/general/locale/timezone?scope=stores&scope_id=1")
                .then()
                .statusCode(400)
                .body("message", is("The setting \"%path\" cannot have a value at the scope \"%scope\"."))
                .body("parameters.path", is("general/locale/timezone"))
                .body("parameters.scope", is("stores"));
    }

    @Test
    void a_value_must_be_sent() {
        admin().body("{}")
                .put("/rest/V1/settings/general/locale/code")
                .then()
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("value"));
    }

    @Test
    void a_base_address_is_what_links_begin_with() {
        int website = website(code("site"));
        String code = code("view");
        view(website, group(website, code("group")), code, true);
        set("web/unsecure/base_url", "https://shop.example/", "websites", website);
        admin().get("/rest/V1/store/storeConfigs?storeCodes[]=" + code)
                .then()
                .body("[0].base_url", is("https://shop.example/"))
                .body("[0].base_link_url", is("https://shop.example/"))
                .body("[0].secure_base_media_url", is("https://shop.example/media/"));
        set("web/url/use_store", "1", "default", 0);
        try {
            admin().get("/rest/V1/store/storeConfigs?storeCodes[]=" + code)
                    .then()
                    .body("[0].base_link_url", is("https://shop.example/" + code + "/"));
        } finally {
            inherit("web/url/use_store", "default", 0);
        }
    }
}
