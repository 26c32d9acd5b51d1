package io.clientele.event.webhook;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.clientele.customer.CustomerFixture;
import io.clientele.event.EventDraft;
import io.clientele.event.EventFeedFixture;
import io.clientele.event.EventFeedService;
import io.clientele.event.EventLog;
import io.clientele.event.EventType;
import io.clientele.event.webhook.WebhookReceiver.Received;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What receivers get, in which order, and what becomes of it when they do not take it. */
@QuarkusTest
class WebhookDeliveryApiTest {

    private static final AtomicLong NOBODY = new AtomicLong(8_000_000_000L + System.nanoTime() % 1_000_000_000);

    @Inject
    EventLog log;

    @Inject
    EventFeedService feed;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private WebhookReceiver receiver;
    private final List<Long> made = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void remove_the_webhooks() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        made.forEach(WebhookFixture::delete);
        receiver.close();
    }

    @Test
    void what_becomes_of_a_customer_is_delivered_in_order_signed_and_as_a_cloud_event() throws Exception {
        JsonPath webhook = webhook(receiver, "customer.*");
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.createByAdmin(ada);
        asAdmin()
                .body(Map.of("customer", CustomerFixture.with(ada, "group_id", 2)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        receiver.await(1, each -> each.isOf(id) && each.type().equals("customer.deleted"));
        List<Received> received = receiver.received(each -> each.isOf(id));
        assertThat(received)
                .extracting(Received::type)
                .startsWith("customer.created")
                .endsWith("customer.deleted");
        assertThat(received).extracting(Received::sequence).isSorted();
        var verifier = new com.standardwebhooks.Webhook(webhook.getString("secret"));
        for (Received each : received) {
            String body = new String(each.body(), StandardCharsets.UTF_8);
            verifier.verify(body, each.headers());
            assertThatThrownBy(
                            () -> verifier.verify(body.replace("\"specversion\"", "\"Specversion\""), each.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
            CloudEvent event = new JsonFormat().deserialize(each.body());
            assertThat(event.getId()).isEqualTo(each.id());
            assertThat(event.getSubject()).isEqualTo("customers/" + id);
            assertThat(each.headers().firstValue("Content-Type"))
                    .contains("application/cloudevents+json; charset=UTF-8");
        }
        List<Map<String, Object>> told = EventFeedFixture.after("", id);
        assertThat(received.stream().map(Received::id).toList())
                .isEqualTo(told.stream().map(each -> each.get("id")).toList());
    }

    @Test
    void only_kinds_that_the_patterns_mean_are_delivered_and_the_others_are_passed_by() {
        JsonPath webhook = webhook(receiver, "newsletter.*", "prices.changed");
        long customer = NOBODY.incrementAndGet();
        tell("customer.changed", customer, 3);
        tell("newsletter.subscribed", customer, 1);
        tell("customer.changed", customer, 2);
        assertThat(receiver.await(1, each -> each.isOf(customer)))
                .extracting(Received::type)
                .containsExactly("newsletter.subscribed");
        String end = EventFeedFixture.end();
        until(() -> state(webhook.getLong("id")).getString("sequence").equals(end));
        assertThat(receiver.received(each -> each.isOf(customer))).hasSize(1);
    }

    @Test
    void a_message_that_fails_holds_up_its_customer_and_nobody_else_and_keeps_the_order() {
        AtomicBoolean well = new AtomicBoolean();
        long ill = NOBODY.incrementAndGet();
        long other = NOBODY.incrementAndGet();
        receiver.answers(each -> !well.get() && each.isOf(ill) ? 500 : 204);
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        tell("customer.changed", ill, 3);
        tell("customer.changed", other, 3);
        receiver.await(3, each -> each.isOf(other));
        receiver.await(1, each -> each.isOf(ill));
        until(() -> state(webhook).getInt("waiting") == 3);
        // What comes later waits behind them, on whichever side of the cursor.
        tell("customer.changed", ill, 1);
        until(() -> state(webhook).getInt("waiting") == 4);
        tell("customer.changed", other, 1);
        receiver.await(4, each -> each.isOf(other));
        well.set(true);
        moveClock(Duration.ofMinutes(2));
        receiver.await(4, each -> each.isOf(ill) && each.isTaken());
        List<Received> tries = receiver.received(each -> each.isOf(ill));
        assertThat(tries.stream()
                        .filter(each -> !each.isTaken())
                        .map(Received::id)
                        .distinct())
                .as("only the first was tried")
                .containsExactly(tries.getFirst().id());
        assertThat(tries.stream().filter(Received::isTaken).map(Received::sequence))
                .isSorted()
                .doesNotHaveDuplicates();
        until(() -> state(webhook).getInt("waiting") == 0);
    }

    @Test
    void a_receiver_that_is_not_there_delays_nobody_costs_little_and_gets_everything_when_it_is_back()
            throws IOException {
        int port = WebhookReceiver.freePort();
        long dead = webhook("http://127.0.0.1:" + port + "/hook", "customer.changed")
                .getLong("id");
        long good = webhook(receiver, "customer.changed").getLong("id");
        Set<Long> customers = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            long customer = NOBODY.incrementAndGet();
            customers.add(customer);
            tell("customer.changed", customer, 10);
        }
        receiver.await(400, each -> isOfOne(customers, each));
        inOrder(receiver, customers);
        until(() -> state(dead).getString("paused_until") != null);
        JsonPath state = state(dead);
        assertThat(state.getString("failing_since")).isNotNull();
        assertThat(state.getString("error")).startsWith("There was no answer");
        assertThat(state.getInt("waiting")).as("rows of a dead receiver").isLessThan(100);
        assertThat(state(good).getString("failing_since")).isNull();
        try (WebhookReceiver back = new WebhookReceiver(port)) {
            moveClock(Duration.ofMinutes(6));
            back.await(400, each -> isOfOne(customers, each));
            inOrder(back, customers);
            until(() -> state(dead).getInt("waiting") == 0);
            assertThat(state(dead).getString("failing_since")).isNull();
            WebhookFixture.delete(dead);
            made.remove(dead);
        }
    }

    @Test
    void a_receiver_that_hangs_delays_nobody_else() {
        CountDownLatch over = new CountDownLatch(1);
        receiver.answers(_ -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 204;
        });
        webhook(receiver, "customer.changed");
        try (WebhookReceiver good = new WebhookReceiver()) {
            webhook(good, "customer.changed");
            Set<Long> customers = new HashSet<>();
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                long customer = NOBODY.incrementAndGet();
                customers.add(customer);
                tell("customer.changed", customer, 2);
            }
            good.await(100, each -> isOfOne(customers, each));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("less than one call to the one that hangs")
                    .isLessThan(Duration.ofSeconds(5));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_redirect_is_a_failure_and_nobody_goes_where_it_points() {
        receiver.answers(each -> 302);
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        long customer = NOBODY.incrementAndGet();
        tell("customer.changed", customer, 1);
        until(() -> state(webhook).getInt("waiting") == 1);
        assertThat(state(webhook).getString("error")).isEqualTo("The receiver answered 302.");
        assertThat(receiver.received(each -> true)).allMatch(each -> each.isOf(customer));
    }

    @Test
    void what_is_given_up_is_a_dead_letter_that_lets_others_pass_and_is_delivered_again_or_dropped() {
        AtomicBoolean well = new AtomicBoolean();
        long ill = NOBODY.incrementAndGet();
        long worse = NOBODY.incrementAndGet();
        receiver.answers(each ->
                (!well.get() && each.isOf(ill) && first(each)) || (each.isOf(worse) && first(each)) ? 500 : 204);
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        tell("customer.changed", ill, 2);
        tell("customer.changed", worse, 2);
        until(() -> state(webhook).getInt("waiting") == 4);
        until(() -> {
            // A try that is on its way would write down when it failed first: again and again, until both are over.
            database.run(SqlFragment.of(
                    "update webhook_delivery set failed_at = ?, due_at = ?"
                            + " where webhook_id = ? and failed_at is not null and dead_at is null",
                    Instant.now().minus(Duration.ofDays(3)),
                    Instant.now(),
                    webhook));
            return state(webhook).getInt("dead") == 2;
        });
        receiver.await(1, each -> each.isOf(ill) && each.isTaken());
        receiver.await(1, each -> each.isOf(worse) && each.isTaken());
        until(() -> state(webhook).getInt("dead") == 2 && state(webhook).getInt("waiting") == 0);
        List<Map<String, Object>> letters = letters(webhook);
        assertThat(letters)
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter)
                        .containsEntry("type", "customer.changed")
                        .containsEntry("error", "The receiver answered 500.")
                        .containsKeys("dead_at", "event_id", "failed_at", "sequence"));
        well.set(true);
        Map<String, Object> ofIll = letterOf(letters, ill);
        Object first = ofIll.get("id");
        asAdmin()
                .post("/rest/V1/webhookDeliveries/" + first + "/release")
                .then()
                .statusCode(200);
        receiver.await(1, each -> each.isTaken() && each.id().equals(ofIll.get("event_id")));
        until(() -> letters(webhook).size() == 1);
        Object second = letterOf(letters, worse).get("id");
        asAdmin().delete("/rest/V1/webhookDeliveries/" + second).then().statusCode(200);
        assertThat(letters(webhook)).isEmpty();
        asAdmin().delete("/rest/V1/webhookDeliveries/" + second).then().statusCode(404);
    }

    @Test
    void what_only_waits_is_neither_released_nor_dropped() {
        receiver.answers(each -> 500);
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        tell("customer.changed", NOBODY.incrementAndGet(), 1);
        until(() -> state(webhook).getInt("waiting") == 1);
        Object id = letters(webhook).getFirst().get("id");
        String message = "The delivery hasn't been given up. It is tried again by itself.";
        asAdmin()
                .post("/rest/V1/webhookDeliveries/" + id + "/release")
                .then()
                .statusCode(400)
                .body("message", is(message));
        asAdmin()
                .delete("/rest/V1/webhookDeliveries/" + id)
                .then()
                .statusCode(400)
                .body("message", is(message));
    }

    @Test
    void events_are_delivered_again_from_a_cursor_or_a_moment_with_the_same_ids() {
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        String cursor = EventFeedFixture.end();
        String moment = Instant.now().toString();
        long customer = NOBODY.incrementAndGet();
        tell("customer.changed", customer, 3);
        List<String> ids = ids(receiver.await(3, each -> each.isOf(customer)));
        for (Map<String, String> from : List.of(Map.of("after", cursor), Map.of("since", moment))) {
            int before = receiver.received(each -> each.isOf(customer)).size();
            asAdmin()
                    .body(Map.of("replay", from))
                    .post("/rest/V1/webhooks/" + webhook + "/replay")
                    .then()
                    .statusCode(200);
            List<Received> all = receiver.await(before + 3, each -> each.isOf(customer));
            assertThat(ids(all.subList(before, before + 3))).isEqualTo(ids);
        }
    }

    @Test
    void what_happens_while_a_webhook_is_off_is_delivered_when_it_is_on_again() {
        long webhook = webhook(receiver, "customer.changed").getLong("id");
        change(webhook, Map.of("is_active", false));
        long customer = NOBODY.incrementAndGet();
        tell("customer.changed", customer, 3);
        assertThat(receiver.received(each -> each.isOf(customer))).isEmpty();
        change(webhook, Map.of("is_active", true));
        List<Received> received = receiver.await(3, each -> each.isOf(customer));
        assertThat(received.stream().map(Received::sequence)).isSorted();
    }

    @Test
    void a_new_secret_signs_and_the_one_before_beside_it() throws Exception {
        JsonPath webhook = webhook(receiver, "customer.changed");
        long id = webhook.getLong("id");
        String rotated = asAdmin()
                .post("/rest/V1/webhooks/" + id + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        assertThat(rotated).isNotEqualTo(webhook.getString("secret"));
        Received test = tested(id);
        assertThat(test.headers().firstValue("webhook-signature").orElseThrow().split(" "))
                .hasSize(2);
        for (String secret : List.of(rotated, webhook.getString("secret"))) {
            new com.standardwebhooks.Webhook(secret)
                    .verify(new String(test.body(), StandardCharsets.UTF_8), test.headers());
        }
        String third = WebhookSecret.random().text();
        change(id, Map.of("secret", third));
        Received later = tested(id);
        new com.standardwebhooks.Webhook(third)
                .verify(new String(later.body(), StandardCharsets.UTF_8), later.headers());
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(webhook.getString("secret"))
                        .verify(new String(later.body(), StandardCharsets.UTF_8), later.headers()))
                .as("the one before the one before")
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void a_test_delivery_tells_what_the_receiver_answered_whether_the_webhook_is_active_or_not() {
        long id = webhook(receiver, "customer.changed").getLong("id");
        change(id, Map.of("is_active", false));
        String event = asAdmin()
                .post("/rest/V1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("is_delivered", is(true))
                .body("status", is(204))
                .body("error", nullValue())
                .extract()
                .path("event_id");
        Received test = receiver.await(1, each -> each.id().equals(event)).getFirst();
        assertThat(test.type()).isEqualTo("webhook.test");
        assertThat(test.event().at("/data/webhook_id").asLong()).isEqualTo(id);
        receiver.answers(each -> 403);
        asAdmin()
                .post("/rest/V1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("is_delivered", is(false))
                .body("status", is(403))
                .body("error", is("The receiver answered 403."));
        change(id, Map.of("url", "http://127.0.0.1:" + WebhookReceiver.freePort()));
        asAdmin()
                .post("/rest/V1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("is_delivered", is(false))
                .body("status", nullValue());
        assertThat(EventFeedFixture.types(EventFeedFixture.after(""))).doesNotContain("webhook.test");
    }

    @Test
    void deliveries_failures_and_how_far_behind_a_webhook_is_are_counted() {
        String id = webhook(receiver, "customer.changed").getString("id");
        long customer = NOBODY.incrementAndGet();
        AtomicBoolean refused = new AtomicBoolean();
        receiver.answers(each -> refused.compareAndSet(false, true) ? 500 : 204);
        tell("customer.changed", customer, 2);
        receiver.await(2, each -> each.isOf(customer) && each.isTaken());
        until(() -> count(id, "delivered") == 2 && count(id, "failed") == 1);
        assertThat(metrics.timer("clientele.webhook.delay", "webhook", id).count())
                .isEqualTo(2);
        until(() -> metrics.get("clientele.webhook.behind")
                        .tag("webhook", id)
                        .gauge()
                        .value()
                == 0);
        asAdmin().get("/q/health/ready").then().statusCode(200);
    }

    private double count(String webhook, String outcome) {
        return metrics.counter("clientele.webhook.deliveries", "webhook", webhook, "outcome", outcome)
                .count();
    }

    private Received tested(long id) {
        String event = asAdmin()
                .post("/rest/V1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("is_delivered", is(true))
                .extract()
                .path("event_id");
        return receiver.await(1, each -> each.id().equals(event)).getFirst();
    }

    private JsonPath webhook(WebhookReceiver to, String... events) {
        return webhook(to.url(), events);
    }

    private JsonPath webhook(String url, String... events) {
        JsonPath webhook = WebhookFixture.create(url, events);
        made.add(webhook.getLong("id"));
        return webhook;
    }

    private static void change(long id, Map<String, ?> draft) {
        asAdmin()
                .body(Map.of("webhook", draft))
                .put("/rest/V1/webhooks/" + id)
                .then()
                .statusCode(200);
    }

    /** Tells so many events of the kind of the customer, one in each transaction, with their number in them. */
    private void tell(String kind, long customer, int times) {
        EventType type = feed.types().stream()
                .filter(each -> each.type().equals(kind))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < times; i++) {
            Map<String, Object> data = Map.of("customer_id", customer, "number", i);
            QuarkusTransaction.requiringNew().run(() -> log.record(new EventDraft(type, customer, data)));
        }
    }

    private static boolean first(Received received) {
        return received.event().at("/data/number").asInt() == 0;
    }

    private static boolean isOfOne(Set<Long> customers, Received received) {
        return received.subject().startsWith("customers/")
                && customers.contains(Long.parseLong(received.subject().substring("customers/".length())));
    }

    private static void inOrder(WebhookReceiver receiver, Set<Long> customers) {
        for (long customer : customers) {
            assertThat(receiver.received(each -> each.isOf(customer)).stream().map(Received::sequence))
                    .as("of %d", customer)
                    .isSorted();
        }
    }

    private static List<String> ids(List<Received> received) {
        return received.stream().map(Received::id).toList();
    }

    private static JsonPath state(long webhook) {
        return asAdmin().get("/rest/V1/webhooks/" + webhook).jsonPath().setRootPath("delivery");
    }

    private static Map<String, Object> letterOf(List<Map<String, Object>> letters, long customer) {
        return letters.stream()
                .filter(each -> ((Number) each.get("customer_id")).longValue() == customer)
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> letters(long webhook) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "webhook_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", webhook)
                .get("/rest/V1/webhookDeliveries/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static void moveClock(Duration ahead) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), ahead), Clock.class);
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
        }
    }
}
