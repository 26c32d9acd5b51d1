package io.clientele.privacy;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.oauth2.OAuth2Fixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people have agreed to and withdrawn, when, how and by which text. */
@QuarkusTest
class ConsentHistoryApiTest {

    private static final String NEWSLETTER = "clientele/newsletter/consent_wording";
    private static final String ASSISTANCE = "clientele/assistance/consent_wording";

    @AfterEach
    void put_settings_back() {
        StoreFixture.inherit(NEWSLETTER, "stores", 1);
        StoreFixture.inherit(ASSISTANCE, "stores", 1);
    }

    @Test
    void every_giving_and_every_withdrawing_is_kept_with_its_source_and_its_text() {
        StoreFixture.set(NEWSLETTER, "2026-11", "stores", 1);
        StoreFixture.set(ASSISTANCE, "v2", "stores", 1);
        Map<String, Object> ada = new HashMap<>(CustomerFixture.customer());
        ada.put("extension_attributes", Map.of("is_subscribed", true, "assistance_allowed", 2));
        long id = CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        IntegrationFixture.Made app = OAuth2Fixture.app(List.of("Magento_Customer::manage"));
        OAuth2Fixture.code(app, token, OAuth2Fixture.Pkce.fresh(), "customer:read");
        as(token).delete("/rest/V1/customers/me/consents/" + app.id()).then().statusCode(200);
        Map<String, Object> change =
                Map.of("extension_attributes", Map.of("is_subscribed", false, "assistance_allowed", 1));
        asAdmin()
                .body(Map.of("customer", change))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        asAdmin()
                .body(Map.of("customer", change))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);

        List<Map<String, Object>> history = as(token)
                .get("/rest/V1/customers/me/consentHistory")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        assertThat(history.stream()
                        .map(each -> each.get("purpose") + " " + each.get("given") + " " + each.get("source") + " "
                                + each.get("wording"))
                        .toList()
                        .reversed())
                .containsExactlyInAnyOrder(
                        "newsletter true guest 2026-11",
                        "assistance true guest v2",
                        "app true customer null",
                        "app false customer null",
                        "newsletter false administrator 2026-11",
                        "assistance false administrator v2");
        assertThat(history)
                .allSatisfy(each -> assertThat(each.get("changed_at")).isNotNull());
        assertThat(history)
                .filteredOn(each ->
                        each.get("purpose").equals("app") && each.get("given").equals(true))
                .singleElement()
                .satisfies(each -> assertThat(each.get("subject").toString()).endsWith(": customer:read"));
        asAdmin()
                .get("/rest/V1/customers/" + id + "/consentHistory")
                .then()
                .statusCode(200)
                .body("size()", equalTo(6));
        asAdmin().delete(app.path());
    }
}
