package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.event.webhook.WebhookReceiver;
import io.clientele.event.webhook.WebhookReceiver.Received;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The receiver of a webhook and one of the two instances that may deliver to it are killed in mid-delivery, again and again, while
 * customers change. Every event is delivered, those of one customer in their order, and what comes twice has the same id.
 */
class WebhookIT {

    /** {@code -Dclientele.kills=20 -Dclientele.changes=10000} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.kills", 2);

    private static final int CHANGES = Integer.getInteger("clientele.changes", 180);

    private static Instances instances;

    @BeforeAll
    static void start() throws Exception {
        instances =
                Instances.start(2, Map.of("CLIENTELE_OUTGOING_ALLOW_PRIVATE", "true", "CLIENTELE_MAIL_SEND", "false"));
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void nothing_is_lost_and_each_customer_s_order_is_kept_although_whoever_delivers_and_who_receives_are_killed()
            throws Exception {
        Calls root = Calls.asRoot(instances.get(0));
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode webhook = root.post("/rest/V1/webhooks", """
                    {"webhook": {"url": "%s", "events": ["customer.*"]}}""".formatted(receiver.url()));
            int changes;
            try (CustomerWriters writers = new CustomerWriters(root, instances, "hook")) {
                for (int kill = 0; kill < KILLS; kill++) {
                    int taken = receiver.received(_ -> true).size();
                    writers.awaitChanges(CHANGES * (kill + 1) / (KILLS + 1));
                    receiver.await(taken + 1, _ -> true);
                    receiver.kill();
                    PackagedService victim = instances.get(kill % 2);
                    victim.kill();
                    receiver.restart();
                    victim.start();
                }
                writers.awaitChanges(CHANGES);
                writers.finish();
                changes = writers.changes();
            }
            check(receiver, root, webhook.get("id").asLong(), changes);
        }
    }

    @Test
    void in_production_nothing_private_is_called_unless_the_deployment_says_so() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                PackagedService strict = PackagedService.on(instances.server()).start()) {
            Calls root = Calls.asRoot(strict);
            String refused = root.send("POST", "/rest/V1/webhooks", """
                    {"webhook": {"url": "%s", "events": ["*"]}}""".formatted(receiver.url()))
                    .body();
            assertThat(refused).contains("is a private address, which this deployment does not call.");
            JsonNode named = root.post("/rest/V1/webhooks", """
                    {"webhook": {"url": "http://localhost:%d/", "events": ["*"], "is_active": false}}""".formatted(receiver.port()));
            JsonNode tried = root.post("/rest/V1/webhooks/" + named.get("id").asLong() + "/test", "");
            assertThat(tried.get("is_delivered").asBoolean()).isFalse();
            assertThat(tried.get("error").asText())
                    .isEqualTo("\"localhost\" is a private address, which this deployment does not call.");
            assertThat(receiver.received(_ -> true)).isEmpty();
        }
    }

    private static void check(WebhookReceiver receiver, Calls root, long webhook, int changes) throws Exception {
        List<JsonNode> told = root.feed();
        told.removeIf(event -> !event.get("type").asText().startsWith("customer."));
        Set<String> ids = new HashSet<>();
        told.forEach(event -> ids.add(event.get("id").asText()));
        assertThat(ids).as("events of as many changes").hasSizeGreaterThanOrEqualTo(changes);
        receiver.awaitIds(ids);
        int doubles = 0;
        Set<String> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Received each : receiver.received(_ -> true)) {
            if (!seen.add(each.id())) {
                doubles++;
                continue;
            }
            Long before = last.put(each.subject(), each.sequence());
            assertThat(each.sequence()).as("of %s", each.subject()).isGreaterThan(before == null ? 0 : before);
        }
        assertThat(doubles).as("events that came twice").isLessThan(200 * KILLS);
        assertThat(root.get("/rest/V1/webhooks/" + webhook)
                        .at("/delivery/waiting")
                        .asInt())
                .isZero();
        System.out.println(KILLS + " kills, " + changes + " changes, " + ids.size()
                + " events: none lost, each customer's in order, " + doubles + " came twice");
    }
}
