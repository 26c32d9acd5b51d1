package io.clientele.event;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.MailServer;
import io.clientele.RefusingMailServer;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mail server refuses, and what administrators do about it. */
@QuarkusTest
class OutboxApiTest {

    @Inject
    MailServer server;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final String mark = StoreFixture.code("mailbox");

    @BeforeEach
    void let_the_mails_of_others_go_out() {
        until(() -> search("topic", "mail", "parked_at", "null").isEmpty());
        server.stop();
    }

    @AfterEach
    void start_the_mail_server() {
        server.start();
    }

    @Test
    void a_mail_that_is_refused_for_good_is_parked_at_once_and_goes_out_when_it_is_released() throws Exception {
        Map<String, Object> ada = CustomerFixture.customer();
        Map<String, Object> parked = refused("550 5.1.1 " + mark, ada);
        server.start();
        assertThat(parked)
                .containsEntry("topic", "mail")
                .containsEntry("tries", 1)
                .containsKeys("id", "created_at", "due_at", "parked_at");
        assertThat(parked.toString()).contains("refuses the mail").doesNotContain(email(ada));
        assertThat(server.received(email(ada))).isEmpty();
        long id = ((Number) parked.get("id")).longValue();
        post(id).statusCode(200).body(is("true"));
        server.await(email(ada));
        until(() -> search("id", Long.toString(id), "topic", "eq").isEmpty());
        assertThat(server.received(email(ada))).hasSize(1);
        post(id).statusCode(404).body("parameters.fieldName", is("id")).body("parameters.fieldValue", is((int) id));
        noted("released", id);
    }

    @Test
    void a_parked_mail_that_is_dropped_is_gone_for_good() throws Exception {
        Map<String, Object> ada = CustomerFixture.customer();
        long id = ((Number) refused("554 5.7.1 " + mark, ada).get("id")).longValue();
        asAdmin().delete("/rest/V1/outbox/" + id).then().statusCode(200).body(is("true"));
        asAdmin().delete("/rest/V1/outbox/" + id).then().statusCode(404);
        assertThat(search("error", "%" + mark + "%", "topic", "eq")).isEmpty();
        noted("dropped", id);
    }

    @Test
    void a_mail_that_is_refused_for_now_waits_for_its_next_try_and_is_neither_released_nor_dropped() throws Exception {
        Map<String, Object> ada = CustomerFixture.customer();
        long id;
        try (RefusingMailServer _ = new RefusingMailServer(server.port(), "451 4.3.0 " + mark)) {
            CustomerFixture.createByAdmin(ada);
            until(() -> !search("error", "%" + mark + "%", "parked_at", "null").isEmpty());
            Map<String, Object> waiting =
                    search("error", "%" + mark + "%", "parked_at", "null").getFirst();
            id = ((Number) waiting.get("id")).longValue();
            assertThat(waiting).doesNotContainKey("parked_at");
            post(id).statusCode(400).body("message", is("The message isn't parked. It is tried again by itself."));
            asAdmin().delete("/rest/V1/outbox/" + id).then().statusCode(400);
        }
        server.start();
        database.run(SqlFragment.of("update outbox set due_at = ? where id = ?", clock.instant(), id));
        server.await(email(ada));
    }

    @Test
    void no_greeting_is_missed_however_quickly_the_mail_server_speaks() throws Exception {
        int mails = 8;
        try (RefusingMailServer _ = new RefusingMailServer(server.port(), "550 5.1.1 " + mark)) {
            for (int i = 0; i < mails; i++) {
                CustomerFixture.createByAdmin(CustomerFixture.customer());
            }
            until(() ->
                    search("error", "%" + mark + "%", "parked_at", "notnull").size() == mails);
        }
        for (Map<String, Object> parked : search("error", "%" + mark + "%", "parked_at", "notnull")) {
            asAdmin().delete("/rest/V1/outbox/" + parked.get("id")).then().statusCode(200);
        }
    }

    /** Makes an account whose mail the server refuses, and returns the message that was parked for it. */
    private Map<String, Object> refused(String reply, Map<String, Object> customer) throws IOException {
        try (RefusingMailServer _ = new RefusingMailServer(server.port(), reply)) {
            CustomerFixture.createByAdmin(customer);
            until(() ->
                    !search("error", "%" + mark + "%", "parked_at", "notnull").isEmpty());
        }
        List<Map<String, Object>> found = search("error", "%" + mark + "%", "parked_at", "notnull");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void noted(String step, long id) {
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "object_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", "action")
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", "outbox_message." + step)
                .get("/rest/V1/auditLog/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].actor_type", not(is("system")));
    }

    private static ValidatableResponse post(long id) {
        return asAdmin().post("/rest/V1/outbox/" + id + "/release").then();
    }

    private static String email(Map<String, Object> customer) {
        return customer.get("email").toString();
    }

    /** Messages with the text in the one field, and the other field as the condition says. */
    private static List<Map<String, Object>> search(String field, String value, String other, String condition) {
        var request = asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam(
                        "searchCriteria[filter_groups][0][filters][0][condition_type]",
                        value.startsWith("%") ? "like" : "eq")
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", other)
                .queryParam("searchCriteria[filter_groups][1][filters][0][condition_type]", condition)
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", "mail");
        return request.get("/rest/V1/outbox/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static void until(java.util.function.BooleanSupplier reached) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
        }
    }
}
