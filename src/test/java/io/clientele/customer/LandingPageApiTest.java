package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.is;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Where customers go once they have signed in. */
@QuarkusTest
class LandingPageApiTest {

    private static final String PATH = "customer/startup/redirect_dashboard";

    @Test
    void clients_are_told_over_rest_for_each_website() {
        String code = StoreFixture.code("landing");
        int website = StoreFixture.website(code);
        StoreFixture.view(website, StoreFixture.group(website, code), code, true);
        shows("default", false);
        shows(code, false);
        StoreFixture.set(PATH, "1", "websites", website);
        shows("default", false);
        shows(code, true);
        StoreFixture.inherit(PATH, "websites", website);
        shows(code, false);
    }

    private static void shows(String view, boolean redirects) {
        asAdmin()
                .get("/rest/V1/store/storeConfigs?storeCodes[]=" + view)
                .then()
                .statusCode(200)
                .body("[0].extension_attributes.redirect_to_account_dashboard", is(redirects));
    }
}
