package io.clientele.event.webhook;

import static io.clientele.AdminFixture.asAdmin;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes webhooks over HTTP. */
public final class WebhookFixture {

    private WebhookFixture() {}

    /** One that would be told of everything if it were active. */
    public static Map<String, Object> webhook() {
        return Map.of("url", "https://receiver.example/hook", "events", List.of("*"), "is_active", false);
    }

    /** Makes the webhook and gives what was answered. */
    public static JsonPath create(Map<String, ?> webhook) {
        return asAdmin()
                .body(Map.of("webhook", webhook))
                .post("/rest/V1/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** An active one for the URL. */
    public static JsonPath create(String url, String... events) {
        return create(Map.of("url", url, "events", List.of(events)));
    }

    /** The id of one that would be told of everything if it were active. */
    public static long create() {
        return create(webhook()).getLong("id");
    }

    public static void delete(long id) {
        asAdmin().delete("/rest/V1/webhooks/" + id).then().statusCode(200);
    }

    /** The id of a delivery that was given up, of a webhook that is not active. */
    public static String dead() {
        return Arc.container()
                .instance(Database.class)
                .get()
                .first(
                        SqlFragment.of(
                                "insert into webhook_delivery (webhook_id, lane, position, tries, failed_at, due_at, dead_at)"
                                        + " values (?, 1, 1, 9, ?, ?, ?) returning id",
                                create(),
                                Instant.EPOCH,
                                Instant.EPOCH,
                                Instant.EPOCH),
                        row -> row.getString(1))
                .orElseThrow();
    }
}
