package io.clientele.merge;

import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.merge.MergeFixture.body;
import static io.clientele.merge.MergeFixture.merge;
import static io.clientele.merge.MergeFixture.send;
import static io.clientele.merge.MergeFixture.undo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.LockWaits;
import io.clientele.Race;
import io.clientele.activity.ActivityFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges beside each other, and beside what happens to the account that goes. */
@QuarkusTest
class MergeRaceApiTest {

    @Inject
    Database database;

    private LockWaits waits;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void look() {
        waits = new LockWaits(database);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void of_merges_of_the_same_pair_at_once_one_wins_whichever_is_to_stay() throws Exception {
        try (Race race = new Race(4)) {
            for (int round = 0; round < 5; round++) {
                long one = create(customer());
                long other = create(customer());
                report("orders", order("customer_id", one)).statusCode(200);
                report("orders", order("customer_id", other)).statusCode(200);
                List<Integer> answers = race.round(i -> () -> send(i % 2 == 0 ? body(one, other) : body(other, one))
                        .extract()
                        .statusCode());
                assertThat(answers).containsExactlyInAnyOrder(200, 400, 400, 400);
                assertThat(count("select count(*) from customer where id in (?, ?)", one, other))
                        .isEqualTo(1);
                assertThat(count("select count(*) from sales_order where customer_id in (?, ?)", one, other))
                        .isEqualTo(2);
                assertThat(count("select count(*) from customer_merge where merged_id in (?, ?)", one, other))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void of_undoings_of_a_merge_at_once_one_wins() throws Exception {
        long stays = create(customer());
        long goes = create(customer());
        long id = merge(stays, goes);
        try (Race race = new Race(4)) {
            List<Integer> answers = race.round(i -> () -> undo(id).extract().statusCode());
            assertThat(answers).containsExactlyInAnyOrder(200, 400, 400, 400);
        }
        assertThat(count("select count(*) from customer where id = ?", goes)).isEqualTo(1);
    }

    @Test
    void an_order_for_the_account_that_goes_waits_for_the_merge_and_finds_the_one_that_stays() throws Exception {
        long stays = create(customer());
        long goes = create(customer());
        Map<String, Object> late = order("customer_id", goes);
        whileMerging(
                stays,
                goes,
                () -> report("orders", late).statusCode(200).extract().path("created"));
        assertThat(owner(late)).isEqualTo(stays);
    }

    @Test
    void an_order_under_its_address_does_so_too() throws Exception {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        ActivityFixture.verify(other.get("email"));
        Map<String, Object> late = order("customer_email", other.get("email"));
        whileMerging(
                stays,
                goes,
                () -> report("orders", late).statusCode(200).extract().path("created"));
        assertThat(owner(late)).isEqualTo(stays);
    }

    @Test
    void a_merge_waits_for_orders_that_are_being_written_and_takes_them_along() throws Exception {
        long stays = create(customer());
        long goes = create(customer());
        Map<String, Object> held = order();
        Map<String, Object> written = order("customer_id", goes);
        report("orders", held).statusCode(200);
        Future<?>[] running = new Future<?>[2];
        QuarkusTransaction.requiringNew().run(() -> {
            hold(held);
            running[0] = threads.submit(
                    () -> report("orders", List.of(held, written)).statusCode(200));
            waits.until(1);
            running[1] = threads.submit(() -> merge(stays, goes));
            waits.until(2, running[1]::isDone);
        });
        running[0].get();
        running[1].get();
        assertThat(owner(written)).isEqualTo(stays);
    }

    @Test
    void an_order_for_the_account_that_comes_back_waits_for_it() throws Exception {
        long stays = create(customer());
        long goes = create(customer());
        Map<String, Object> held = order("customer_id", goes);
        Map<String, Object> late = order("customer_id", goes);
        report("orders", held).statusCode(200);
        long id = merge(stays, goes);
        Future<?>[] running = new Future<?>[2];
        QuarkusTransaction.requiringNew().run(() -> {
            hold(held);
            running[0] = threads.submit(() -> undo(id).statusCode(200));
            waits.until(1);
            running[1] = threads.submit(() -> report("orders", late).statusCode(200));
            waits.until(2);
        });
        running[0].get();
        running[1].get();
        assertThat(owner(held)).isEqualTo(goes);
        assertThat(owner(late)).isEqualTo(goes);
    }

    @Test
    void a_sign_in_during_the_merge_is_refused_and_leaves_no_session() throws Exception {
        Map<String, Object> other = customer();
        long stays = create(customer());
        long goes = create(other);
        Object status = whileMerging(
                stays,
                goes,
                () -> given().contentType(ContentType.JSON)
                        .body(Map.of("username", other.get("email"), "password", PASSWORD))
                        .post("/rest/V1/integration/customer/token")
                        .statusCode());
        assertThat(status).isEqualTo(401);
        assertThat(count(
                        "select count(*) from access_token where subject_type = 3 and subject_id = ?"
                                + " and revoked_at is null",
                        goes))
                .isZero();
    }

    /** Stops the merge when it holds both accounts, lets something else begin, and lets both go on. */
    private Object whileMerging(long stays, long goes, Callable<?> meanwhile) throws Exception {
        Map<String, Object> held = order("customer_id", goes);
        report("orders", held).statusCode(200);
        Future<?>[] running = new Future<?>[2];
        QuarkusTransaction.requiringNew().run(() -> {
            hold(held);
            running[0] = threads.submit(() -> merge(stays, goes));
            waits.until(1);
            running[1] = threads.submit(meanwhile);
            waits.until(2);
        });
        running[0].get();
        return running[1].get();
    }

    private void hold(Map<String, Object> order) {
        database.list(
                SqlFragment.of("select 1 from sales_order where external_id = ? for update", order.get("external_id")),
                row -> 1);
    }

    private long owner(Map<String, Object> order) {
        return database.first(
                        SqlFragment.of(
                                "select customer_id from sales_order where external_id = ?", order.get("external_id")),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private long count(String statement, Object... arguments) {
        return database.first(SqlFragment.of(statement, arguments), row -> row.getLong(1))
                .orElseThrow();
    }
}
