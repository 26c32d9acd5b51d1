package io.clientele.activity;

import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.verify;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.LockWaits;
import io.clientele.MailFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A report that has found whose its facts are and is stopped before it writes them, while the person becomes another one.
 * Somebody holds a fact of the same call, so the report stops there each time.
 */
@QuarkusTest
class FactRaceTest {

    @Inject
    Database database;

    private LockWaits waits;

    @BeforeEach
    void look() {
        waits = new LockWaits(database);
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_verification_waits_for_orders_that_are_being_written_and_then_finds_them() throws Exception {
        Map<String, Object> customer = CustomerFixture.customer();
        Object email = customer.get("email");
        long id = CustomerFixture.create(customer);
        MailFixture.mail(email, "welcome");
        Map<String, Object> held = order();
        Map<String, Object> guests = order("customer_email", email);
        report("orders", held).statusCode(200);
        whileHeld("sales_order", held, List.of(held, guests), () -> verify(email));
        assertThat(owner("sales_order", guests)).isEqualTo(String.valueOf(id));
    }

    @Test
    void a_sign_in_waits_for_carts_that_are_being_written_and_then_finds_them() throws Exception {
        Map<String, Object> customer = CustomerFixture.customer();
        long id = CustomerFixture.create(customer);
        var visitor = given().post("/rest/V1/visitors")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> held = cart();
        Map<String, Object> visitors = cart("visitor_id", visitor.getLong("visitor_id"));
        report("carts", held).statusCode(200);
        whileHeld(
                "cart",
                held,
                List.of(held, visitors),
                () -> given().contentType(ContentType.JSON)
                        .header("X-Clientele-Visitor", visitor.getString("token"))
                        .body(Map.of("username", customer.get("email"), "password", CustomerFixture.PASSWORD))
                        .post("/rest/V1/integration/customer/token")
                        .then()
                        .statusCode(200));
        assertThat(owner("cart", visitors)).isEqualTo(String.valueOf(id));
    }

    /** Lets the facts be reported, and then the person change, as long as either gets while the fact is held. */
    private void whileHeld(String table, Map<String, Object> held, List<Map<String, Object>> facts, Runnable change)
            throws Exception {
        String kind = table.equals("cart") ? "carts" : "orders";
        String hold = "select 1 from " + table + " where external_id = ? for update";
        Future<?>[] running = new Future<?>[2];
        QuarkusTransaction.requiringNew().run(() -> {
            database.list(SqlFragment.of(hold, held.get("external_id")), row -> 1);
            running[0] = threads.submit(() -> report(kind, facts).statusCode(200));
            waits.until(1);
            running[1] = threads.submit(change);
            waits.until(2, running[1]::isDone);
        });
        running[0].get();
        running[1].get();
    }

    private String owner(String table, Map<String, Object> fact) {
        return ActivityRows.of(
                        database,
                        SqlFragment.of(
                                "select customer_id from " + table + " where external_id = ?", fact.get("external_id")))
                .get(0);
    }
}
