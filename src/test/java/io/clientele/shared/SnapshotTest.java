package io.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** One snapshot of this instance and one of another, which has a way to the database of its own. */
@QuarkusTest
class SnapshotTest {

    private static final String NAME = "snapshot-test";
    private static final String OTHER = "snapshot-test-other";

    @Inject
    Snapshots snapshots;

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private PGSimpleDataSource far;
    private Snapshots otherInstance;

    @BeforeEach
    void startAnotherInstance() {
        far = new PGSimpleDataSource();
        far.setUrl(url);
        far.setUser(username);
        far.setPassword(password);
        far.setApplicationName(OTHER);
        otherInstance = new Snapshots(far, transactions);
    }

    @AfterEach
    void stopTheOtherInstance() {
        otherInstance.stop();
    }

    private static long revision(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(max(revision), 0) from snapshot_revision where name = '" + NAME + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void the_instance_that_writes_sees_its_change_at_once() {
        Snapshot<Long> here = snapshots.of(NAME, SnapshotTest::revision);
        long before = here.get();
        QuarkusTransaction.requiringNew().run(here::changed);
        assertThat(here.get()).isEqualTo(before + 1);
    }

    @Test
    void another_instance_sees_it_within_a_second() {
        Snapshot<Long> here = snapshots.of(NAME, SnapshotTest::revision);
        Snapshot<Long> there = otherInstance.of(NAME, SnapshotTest::revision);
        long before = there.get();
        QuarkusTransaction.requiringNew().run(here::changed);
        assertThat(within(Duration.ofSeconds(1), () -> there.get() == before + 1))
                .isTrue();
    }

    @Test
    void what_is_rolled_back_is_not_seen() {
        Snapshot<Long> here = snapshots.of(NAME, SnapshotTest::revision);
        long before = here.get();
        QuarkusTransaction.begin();
        assertThat(here.changing()).isEqualTo(before + 1);
        QuarkusTransaction.rollback();
        assertThat(here.get()).isEqualTo(before);
    }

    @Test
    void the_last_state_stays_while_the_database_is_gone_and_the_new_one_comes_when_it_is_back() throws SQLException {
        Snapshot<Long> here = snapshots.of(NAME, SnapshotTest::revision);
        Snapshot<Long> there = otherInstance.of(NAME, SnapshotTest::revision);
        long before = there.get();
        far.setUser("nobody");
        cut();
        QuarkusTransaction.requiringNew().run(here::changed);
        otherInstance.refresh();
        assertThat(there.get()).isEqualTo(before);
        far.setUser(username);
        assertThat(within(Duration.ofSeconds(2), () -> there.get() == before + 1))
                .isTrue();
    }

    @Test
    void without_any_state_the_service_says_that_it_is_not_ready() throws SQLException {
        far.setUser("nobody");
        cut();
        Snapshot<Long> there = otherInstance.of(NAME, SnapshotTest::revision);
        assertThatThrownBy(there::get)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(RefusalKind.UNAVAILABLE));
    }

    @Test
    void one_that_cannot_be_read_does_not_keep_the_others_from_it() {
        Snapshot<Long> broken = otherInstance.of("snapshot-test-broken", connection -> {
            throw new IllegalStateException("what the test wants");
        });
        Snapshot<Long> there = otherInstance.of(NAME, SnapshotTest::revision);
        assertThatThrownBy(broken::get).isInstanceOf(Refusal.class);
        assertThat(there.get()).isNotNegative();
    }

    /** Ends the other instance's connections as the server would. */
    private void cut() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and application_name = '" + OTHER + "'");
        }
    }

    private static boolean within(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }
}
