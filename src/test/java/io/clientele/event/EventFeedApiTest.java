package io.clientele.event;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.AdminFixture;
import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is told of what happened, to whoever follows it. */
@QuarkusTest
class EventFeedApiTest {

    private static final EventType EARLY = new EventType("probe.early", "", Map.of());
    private static final EventType LATE = new EventType("probe.late", "", Map.of());

    @Inject
    EventLog log;

    @Inject
    OldEventRemoval removal;

    @Inject
    Database database;

    @Test
    void what_becomes_of_a_customer_is_told_in_its_order_and_names_nobody() {
        String cursor = EventFeedFixture.end();
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.create(ada);
        CustomerFixture.token(ada.get("email"));
        put(id, Map.of("customer", CustomerFixture.with(ada, "firstname", "Augusta")));
        put(id, Map.of("customer", CustomerFixture.with(ada, "group_id", 2)));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        List<Map<String, Object>> events = EventFeedFixture.after(cursor, id);
        assertThat(EventFeedFixture.types(events))
                .startsWith("customer.created", "customer.signed_in", "customer.changed")
                .contains("customer.group_changed")
                .endsWith("customer.deleted");
        assertThat(events.toString()).doesNotContain("Ada", "Augusta", "Lovelace", "@");
        assertThat(events)
                .allSatisfy(event -> assertThat(event)
                        .containsEntry("specversion", "1.0")
                        .containsEntry("source", "urn:clientele")
                        .containsEntry("datacontenttype", "application/json")
                        .containsKeys("id", "time", "sequence"));
        assertThat(data(events, "customer.group_changed"))
                .containsEntry("from_group_id", 1)
                .containsEntry("to_group_id", 2)
                .containsEntry("reason", "manual");
    }

    @Test
    void addresses_and_subscriptions_of_a_customer_are_told_of() {
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.create(CustomerFixture.with(ada, "addresses", List.of(CustomerFixture.address())));
        String token = CustomerFixture.token(ada.get("email"));
        String cursor = EventFeedFixture.end();
        long address = asAdmin().get("/rest/V1/customers/" + id).jsonPath().getLong("addresses[0].id");
        asAdmin().delete("/rest/V1/addresses/" + address).then().statusCode(200);
        as(token)
                .body(Map.of(
                        "query",
                        "mutation { subscribeEmailToNewsletter(email: \"" + ada.get("email") + "\") { status } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", org.hamcrest.Matchers.nullValue());
        List<Map<String, Object>> events = EventFeedFixture.after(cursor, id);
        assertThat(data(events, "customer.address_changed"))
                .containsEntry("address_id", (int) address)
                .containsEntry("step", "deleted");
        assertThat(data(events, "newsletter.subscribed")).containsEntry("customer_id", (int) id);
    }

    @Test
    void the_members_of_a_deleted_group_are_told_of_one_by_one() {
        int group = asAdmin()
                .body(Map.of("group", Map.of("code", "Leaving " + System.nanoTime() % 1_000_000, "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("id");
        Set<Integer> members = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            members.add((int)
                    CustomerFixture.createByAdmin(CustomerFixture.with(CustomerFixture.customer(), "group_id", group)));
        }
        String cursor = EventFeedFixture.end();
        asAdmin().delete("/rest/V1/customerGroups/" + group).then().statusCode(200);
        List<Map<String, Object>> moved = EventFeedFixture.after(cursor).stream()
                .filter(event -> event.get("type").equals("customer.group_changed"))
                .map(EventFeedApiTest::data)
                .filter(data -> data.get("from_group_id").equals(group))
                .toList();
        assertThat(moved)
                .hasSize(3)
                .allSatisfy(data -> assertThat(data)
                        .containsEntry("reason", "group_deleted")
                        .containsEntry("to_group_id", 1))
                .extracting(data -> data.get("customer_id"))
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void what_was_refused_is_not_told() {
        Map<String, Object> ada = CustomerFixture.customer();
        CustomerFixture.createByAdmin(ada);
        String cursor = EventFeedFixture.end();
        asAdmin()
                .body(CustomerFixture.body(ada))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400);
        assertThat(EventFeedFixture.types(EventFeedFixture.after(cursor))).doesNotContain("customer.created");
    }

    @Test
    void an_event_whose_transaction_ends_late_is_not_stepped_over() throws Exception {
        String cursor = EventFeedFixture.end();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> late =
                    other.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        log.record(new EventDraft(LATE, null, Map.of()));
                        written.countDown();
                        await(read);
                    }));
            written.await();
            QuarkusTransaction.requiringNew().run(() -> log.record(new EventDraft(EARLY, null, Map.of())));
            List<Map<String, Object>> first = EventFeedFixture.after(cursor);
            assertThat(EventFeedFixture.types(first)).contains("probe.early").doesNotContain("probe.late");
            read.countDown();
            late.get();
            assertThat(EventFeedFixture.types(EventFeedFixture.after(
                            first.getLast().get("sequence").toString())))
                    .contains("probe.late");
        }
    }

    @Test
    void readers_at_the_same_time_see_every_event_once_and_in_one_order() throws Exception {
        String cursor = EventFeedFixture.end();
        long id = CustomerFixture.createByAdmin(CustomerFixture.customer());
        try (Race race = new Race(6)) {
            race.round(caller -> () -> {
                for (int i = 0; i < 20; i++) {
                    if (caller < 4) {
                        QuarkusTransaction.requiringNew().run(() -> log.record(new EventDraft(EARLY, id, Map.of())));
                    } else {
                        EventFeedFixture.after(cursor);
                    }
                }
                return caller;
            });
        }
        List<Map<String, Object>> events = EventFeedFixture.after(cursor, id);
        assertThat(events).hasSize(81);
        List<Long> places = events.stream()
                .map(event -> Long.parseLong(event.get("sequence").toString()))
                .toList();
        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(events.stream().map(event -> event.get("id")).distinct()).hasSize(81);
    }

    @Test
    void every_kind_is_listed_and_what_is_told_fits_its_schema() {
        String cursor = EventFeedFixture.end();
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.create(ada);
        put(id, Map.of("customer", CustomerFixture.with(ada, "group_id", 2)));
        List<Map<String, Object>> types =
                asAdmin().get("/rest/V1/events/types").jsonPath().getList("$");
        assertThat(types.stream().map(type -> type.get("type")))
                .contains("customer.created", "customer.group_changed", "newsletter.subscribed", "prices.changed")
                .isSorted();
        for (Map<String, Object> event : EventFeedFixture.after(cursor, id)) {
            Map<String, Object> type = types.stream()
                    .filter(each -> each.get("type").equals(event.get("type")))
                    .findFirst()
                    .orElseThrow();
            Map<?, ?> schema = (Map<?, ?>) type.get("data_schema");
            assertThat(data(event).keySet())
                    .containsAll(names(schema.get("required")))
                    .isSubsetOf(names(((Map<?, ?>) schema.get("properties")).keySet()));
        }
    }

    @Test
    void a_page_begins_after_its_cursor_and_has_no_more_than_asked_for() {
        String cursor = EventFeedFixture.end();
        for (int i = 0; i < 3; i++) {
            QuarkusTransaction.requiringNew().run(() -> log.record(new EventDraft(EARLY, null, Map.of())));
        }
        var page = asAdmin().get("/rest/V1/events?limit=2&after=" + cursor).jsonPath();
        assertThat(page.getList("items")).hasSize(2);
        assertThat(page.getString("next")).isEqualTo(page.getString("items[1].sequence"));
        var rest = asAdmin()
                .get("/rest/V1/events?limit=2&after=" + page.getString("next"))
                .jsonPath();
        assertThat(rest.getList("items")).hasSize(1);
    }

    @Test
    void cursors_and_limits_that_are_none_are_refused() {
        for (String wrong : List.of("x", "-1", "99999999999999999", "1' or '1'='1")) {
            asAdmin()
                    .queryParam("after", wrong)
                    .get("/rest/V1/events")
                    .then()
                    .statusCode(400)
                    .body("message", is("\"%1\" is no cursor of this feed."))
                    .body("parameters[0]", is(wrong));
        }
        for (int wrong : new int[] {0, -1, 1001}) {
            asAdmin()
                    .get("/rest/V1/events?limit=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("message", is("Invalid limit %1: it must be between 1 and %2."))
                    .body("parameters[0]", is(wrong))
                    .body("parameters[1]", is(1000));
        }
    }

    @Test
    void whoever_comes_after_events_are_gone_is_told_so() {
        String cursor = EventFeedFixture.end();
        database.run(SqlFragment.of(
                "insert into event (event_id, type, data, happened_at) values (gen_random_uuid(), 'probe.old', '{}', ?)",
                Instant.EPOCH));
        assertThat(EventFeedFixture.types(EventFeedFixture.after(cursor))).contains("probe.old");
        removal.remove();
        asAdmin()
                .get("/rest/V1/events?after=" + cursor)
                .then()
                .statusCode(400)
                .body(
                        "message",
                        is(
                                "Events after the cursor \"%1\" are no longer kept. Begin again without one and read anew what it"
                                        + " tells of."));
        assertThat(EventFeedFixture.types(EventFeedFixture.after(""))).doesNotContain("probe.old");
    }

    @Test
    void an_administrator_of_some_websites_does_not_read_what_is_of_all() {
        String limited = AdminFixture.administrator(List.of(EventFeedService.RESOURCE), 1);
        as(limited)
                .get("/rest/V1/events")
                .then()
                .statusCode(401)
                .body("parameters.resources", is(EventFeedService.RESOURCE));
    }

    private static void put(long id, Map<String, Object> body) {
        asAdmin().body(body).put("/rest/V1/customers/" + id).then().statusCode(200);
    }

    private static Map<String, Object> data(List<Map<String, Object>> events, String type) {
        return data(events.stream()
                .filter(event -> event.get("type").equals(type))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> event) {
        return (Map<String, Object>) event.get("data");
    }

    private static List<String> names(Object given) {
        List<String> names = new ArrayList<>();
        ((Iterable<?>) given).forEach(each -> names.add(each.toString()));
        return names;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
