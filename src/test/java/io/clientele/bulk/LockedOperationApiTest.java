package io.clientele.bulk;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.details;
import static io.clientele.bulk.BulkFixture.ended;
import static io.clientele.bulk.BulkFixture.messages;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.AuditFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Operations that meet the locks of somebody else. */
@QuarkusTest
class LockedOperationApiTest {

    private static final String UNAVAILABLE = "The service is temporarily unavailable. Please try again later.";

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Test
    void one_that_loses_a_deadlock_is_tried_again_and_done_once_while_the_others_go_on() throws Exception {
        Map<String, Object> subscribed = with(customer(), "extension_attributes", Map.of("is_subscribed", true));
        long met = createByAdmin(subscribed);
        Map<String, Object> free = customer();
        long other = createByAdmin(free);
        String request = AuditFixture.requestId();
        String uuid;
        try (Connection held = dataSource.getConnection()) {
            held.setAutoCommit(false);
            try {
                int pid = hold(
                        held,
                        "select pg_backend_pid() from newsletter_subscriber where customer_id = ? for update",
                        met);
                Map<String, Object> changed = with(subscribed, "extension_attributes", Map.of("is_subscribed", false));
                uuid = accepted(asAdmin()
                        .header("X-Request-Id", request)
                        .body(List.of(
                                with(body(with(changed, "lastname", "Once")), "customerId", met),
                                with(body(with(free, "lastname", "Beside")), "customerId", other)))
                        .put("/rest/async/bulk/V1/customers/byCustomerId"));
                // It has the customer by then and waits for the subscription; it has waited longer, so it is the one
                // that loses.
                until(() -> isWaitedFor(pid));
                hold(held, "select pg_backend_pid() from customer where id = ? for update", met);
                JsonPath failed = ended(uuid);
                assertThat(statuses(failed)).containsExactly(2, 1);
                assertThat(messages(failed).get(0)).isEqualTo(UNAVAILABLE);
                assertThat(failed.getInt("operations_list[0].error_code")).isEqualTo(503);
                assertThat(lastname(met)).isEqualTo("Lovelace");
                assertThat(lastname(other)).isEqualTo("Beside");
            } finally {
                held.rollback();
                held.setAutoCommit(true);
            }
        }
        until(() -> statuses(details(uuid)).equals(List.of(1, 1)));
        JsonPath done = details(uuid);
        assertThat(messages(done).get(0)).startsWith("Service execution success ");
        assertThat(done.getString("operations_list[0].error_code")).isNull();
        assertThat(lastname(met)).isEqualTo("Once");
        assertThat(AuditFixture.entries(request))
                .filteredOn(entry -> entry.get("action").equals("customer.changed"))
                .extracting(entry -> entry.get("object_id").toString())
                .containsExactlyInAnyOrder(Long.toString(met), Long.toString(other));
        asAdmin().get("/rest/V1/customers/" + met).then().body("extension_attributes.is_subscribed", is(false));
    }

    /** Runs it on the connection, whose transaction goes on. */
    private static int hold(Connection connection, String statement, long id) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setLong(1, id);
            try (ResultSet row = prepared.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }

    private boolean isWaitedFor(int pid) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from pg_stat_activity where ? = any (pg_blocking_pids(pid))"
                                        + " and wait_event = 'transactionid' and query like '%for update of n%'",
                                pid),
                        row -> true)
                .isPresent();
    }

    private static String lastname(long id) {
        return asAdmin().get("/rest/V1/customers/" + id).jsonPath().getString("lastname");
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            Thread.onSpinWait();
        }
    }
}
