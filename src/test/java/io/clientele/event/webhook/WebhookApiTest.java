package io.clientele.event.webhook;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.event.EventFeedFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making webhooks, changing them, and what is refused. Delivery has a test of its own. */
@QuarkusTest
class WebhookApiTest {

    private static final String PATH = "/rest/V1/webhooks";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    Database database;

    @Test
    void a_webhook_is_made_found_changed_and_deleted_and_its_secret_is_shown_once() {
        JsonPath made = WebhookFixture.create(WebhookFixture.webhook());
        long id = made.getLong("id");
        assertThat(WebhookSecret.of(made.getString("secret"))).isPresent();
        assertThat(made.getList("events")).isEqualTo(List.of("*"));
        get(id).statusCode(200)
                .body("url", is("https://receiver.example/hook"))
                .body("is_active", is(false))
                .body("secret", nullValue())
                .body("delivery.sequence", is(EventFeedFixture.end()))
                .body("delivery.waiting", is(0))
                .body("delivery.dead", is(0));
        put(id, Map.of("events", List.of("customer.*", "customer.*", "prices.changed")))
                .statusCode(200)
                .body("events", contains("customer.*", "prices.changed"))
                .body("url", is("https://receiver.example/hook"))
                .body("secret", nullValue());
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                .get(PATH + "/search")
                .then()
                .statusCode(200)
                .body("total_count", is(1))
                .body("items[0].events", contains("customer.*", "prices.changed"))
                .body("items[0].secret", nullValue());
        WebhookFixture.delete(id);
        get(id).statusCode(404).body("parameters.fieldValue", is((int) id));
    }

    @Test
    void the_secret_is_kept_sealed_and_the_audit_log_does_not_know_it() {
        Map<String, Object> draft = new HashMap<>(WebhookFixture.webhook());
        draft.put("secret", SECRET);
        JsonPath made = WebhookFixture.create(draft);
        long id = made.getLong("id");
        assertThat(made.getString("secret")).isEqualTo(SECRET);
        put(id, Map.of("secret", SECRET)).statusCode(200);
        byte[] kept = database.first(
                        SqlFragment.of("select secret || previous_secret from webhook where id = ?", id),
                        row -> row.getBytes(1))
                .orElseThrow();
        byte[] key = WebhookSecret.of(SECRET).orElseThrow().key();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        String entries = asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "object_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                .get("/rest/V1/auditLog/search")
                .asString();
        assertThat(entries).contains("webhook.created", "webhook.changed").doesNotContain(SECRET.substring(6));
        WebhookFixture.delete(id);
    }

    @Test
    void what_is_no_webhook_is_refused_and_says_why() {
        refused(with("url", null), "\"%fieldName\" is required. Enter and try again.", "parameters.fieldName", "url");
        String address = "The webhook's URL can't be called: %1";
        refused(
                with("url", "ftp://example.com"),
                address,
                "parameters[0]",
                "The address must begin with https:// or http://.");
        refused(with("url", "https://a b"), address, "parameters[0]", "It is no URL.");
        refused(
                with("url", "https://me:pw@example.com"),
                address,
                "parameters[0]",
                "The address must have neither a user nor a fragment.");
        refused(with("url", "https:///x"), address, "parameters[0]", "The address names no host.");
        refused(
                with("url", "https://example.com/" + "x".repeat(2_000)),
                "\"url\" length must be equal or less than 2000 characters.",
                null,
                null);
        String events = "A webhook needs between 1 and %1 patterns of events.";
        refused(with("events", List.of()), events, "parameters[0]", 100);
        refused(with("events", null), events, "parameters[0]", 100);
        refused(with("events", Collections.nCopies(101, "*")), events, "parameters[0]", 100);
        for (String unknown : List.of("customer", "customer.flown", "cust*", "nothing.*", ".*", "")) {
            refused(
                    with("events", List.of("*", unknown)),
                    "\"%1\" means no kind of event. GET /V1/events/types lists all kinds.",
                    null,
                    null);
        }
        for (String secret : List.of("secret", "whsec_", "whsec_AAAA", "whsec_***")) {
            refused(with("secret", secret), "A secret is whsec_ followed by 24 to 64 bytes in Base64.", null, null);
        }
    }

    @Test
    void a_replay_begins_after_one_place_that_is_kept() {
        long id = WebhookFixture.create();
        String one = "Say either after which cursor or since when events are to be delivered again.";
        replay(id, Map.of()).statusCode(400).body("message", is(one));
        replay(id, Map.of("after", "1", "since", "2026-11-27T00:00:00Z"))
                .statusCode(400)
                .body("message", is(one));
        replay(id, Map.of("after", "x"))
                .statusCode(400)
                .body("message", is("\"%1\" is no cursor of this feed."))
                .body("parameters[0]", is("x"));
        for (String wrong : List.of("yesterday", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
            replay(id, Map.of("since", wrong))
                    .statusCode(400)
                    .body("parameters.fieldName", is("since"))
                    .body("parameters.value", is(wrong));
        }
        String end = EventFeedFixture.end();
        assertThat(replay(id, Map.of("since", "2937-01-01T00:00:00Z"))
                        .statusCode(200)
                        .extract()
                        .as(String.class))
                .isEqualTo(end);
        get(id).body("delivery.sequence", is(end));
        WebhookFixture.delete(id);
    }

    @Test
    void an_administrator_of_some_websites_has_no_webhooks() {
        String limited = AdminFixture.administrator(List.of(WebhookService.RESOURCE), 1);
        long id = WebhookFixture.create();
        for (String path : List.of(
                PATH + "/search?searchCriteria[pageSize]=1",
                PATH + "/" + id,
                "/rest/V1/webhookDeliveries/search?searchCriteria[pageSize]=1")) {
            as(limited).get(path).then().statusCode(401).body("parameters.resources", is(WebhookService.RESOURCE));
        }
        as(limited)
                .body(Map.of("webhook", WebhookFixture.webhook()))
                .post(PATH)
                .then()
                .statusCode(401);
        for (String action : List.of("rotate", "test")) {
            as(limited).post(PATH + "/" + id + "/" + action).then().statusCode(401);
        }
        WebhookFixture.delete(id);
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> draft = new HashMap<>(WebhookFixture.webhook());
        draft.put(key, value);
        draft.values().removeIf(each -> each == null);
        return draft;
    }

    private static void refused(Map<String, Object> draft, String message, String path, Object parameter) {
        ValidatableResponse answer = asAdmin()
                .body(Map.of("webhook", draft))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("message", is(message));
        if (path != null) {
            answer.body(path, is(parameter));
        }
    }

    private static ValidatableResponse get(long id) {
        return asAdmin().get(PATH + "/" + id).then();
    }

    private static ValidatableResponse put(long id, Map<String, ?> draft) {
        return asAdmin().body(Map.of("webhook", draft)).put(PATH + "/" + id).then();
    }

    private static ValidatableResponse replay(long id, Map<String, ?> replay) {
        return asAdmin()
                .body(Map.of("replay", replay))
                .post(PATH + "/" + id + "/replay")
                .then();
    }
}
