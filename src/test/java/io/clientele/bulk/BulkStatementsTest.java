package io.clientele.bulk;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.details;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementCounter;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many statements a bulk costs. */
@QuarkusTest
class BulkStatementsTest {

    /** As many as one transaction may take, or two that share them. */
    private static final int CUSTOMERS = 100;

    /** What is the same for one customer as for a hundred, twice. */
    private static final int MOST = 60;

    /** What is left of other tests, and what runs beside: mails that go out, segments, watches. */
    private static final String BESIDE =
            "(pg_stat_statements|looked_at|snapshot_revision|pg_current_snapshot|segment|visitor"
                    + "|customer_presence|update outbox|delete from outbox|kept_mail|webhook|event_position|idempotency_key"
                    + "|pg_try_advisory|^(begin|commit|rollback|set|show|discard)\\M)";

    @Inject
    OperationGroups groups;

    @Inject
    Database database;

    /** With the mails that were written ahead of it. */
    @AfterEach
    void let_time_go_on() {
        BulkFixture.letTimeGoOn();
        Instant now = Instant.now();
        database.run(SqlFragment.of("update outbox set due_at = ? where created_at > ?", now, now));
    }

    @Test
    void a_bulk_of_new_customers_takes_no_statement_for_each_of_them() {
        carriedOut();
        List<String> taken = carriedOut();
        for (String table : List.of("customer (", "customer_keyword", "person_key")) {
            assertThat(count(taken, text -> text.startsWith("insert into " + table)))
                    .as(table)
                    .isBetween(1L, 4L);
        }
        assertThat(count(taken, text -> text.contains("second_factor_key"))).isZero();
        // The driver makes a few statements of the rows of many.
        for (String table : List.of("audit_entry", "event", "outbox", "account_token")) {
            assertThat(count(taken, text -> text.startsWith("insert into " + table)))
                    .as(table)
                    .isBetween(1L, CUSTOMERS / 10L);
        }
        assertThat(taken).hasSizeLessThan(MOST);
    }

    private static long count(List<String> taken, Predicate<String> which) {
        return taken.stream().filter(which).count();
    }

    /** The statements that carry out a bulk of new customers. */
    private List<String> carriedOut() {
        BulkFixture.putOff();
        String uuid = accepted(asAdmin()
                .body(IntStream.range(0, CUSTOMERS)
                        .mapToObj(_ -> body(customer()))
                        .toList())
                .post("/rest/async/bulk/V1/customers"));
        List<String> taken = new StatementCounter(database, BESIDE).once(() -> {
            BulkFixture.letItBeDone(groups);
            // The instance's own runners may have taken some of them.
            while (isOpen(uuid)) {
                Thread.onSpinWait();
            }
        });
        assertThat(statuses(details(uuid))).hasSize(CUSTOMERS).containsOnly(1);
        return taken;
    }

    private boolean isOpen(String uuid) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from bulk_operation looked_at join bulk b on b.id = looked_at.bulk_id"
                                        + " where b.uuid = ? and looked_at.due_at is not null limit 1",
                                UUID.fromString(uuid)),
                        row -> true)
                .isPresent();
    }
}
