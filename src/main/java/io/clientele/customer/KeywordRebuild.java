package io.clientele.customer;

import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Writes the texts of the keyword search anew when other attributes are looked into, a part at a time and one instance
 * at a time. How far it came is kept in the database, so it goes on where a stopped instance left off.
 */
@ApplicationScoped
class KeywordRebuild {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int PART = 1_000;
    private static final int PARTS_AT_A_TIME = 50;

    private final Database database;
    private final CustomerKeywords keywords;

    @Inject
    KeywordRebuild(Database database, CustomerKeywords keywords) {
        this.database = database;
        this.keywords = keywords;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "write the texts of the keyword search anew", this::goOn);
    }

    /** Does some of what is left. */
    void goOn() {
        String searched = keywords.searched();
        if (isDone(searched)) {
            return;
        }
        for (int i = 0; i < PARTS_AT_A_TIME && part(searched); i++) {
            Thread.onSpinWait();
        }
    }

    private boolean isDone(String searched) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer_keyword_state where searched = ? and done_through is null",
                                searched),
                        row -> true)
                .isPresent();
    }

    /**
     * One part in a transaction of its own. When the attributes are others than those of the last part it only notes
     * that and begins the next time: by then every instance writes with the new ones.
     *
     * @return whether there may be more to do now
     */
    @Transactional
    boolean part(String searched) {
        boolean mine = database.first(
                        SqlFragment.of("select pg_try_advisory_xact_lock(hashtextextended('customer_keyword', 0))"),
                        row -> row.getBoolean(1))
                .orElse(false);
        if (!mine) {
            return false;
        }
        Long through = database.first(
                        SqlFragment.of(
                                "select coalesce(done_through, -1) from customer_keyword_state where searched = ?",
                                searched),
                        row -> row.getLong(1))
                .orElse(null);
        if (through == null) {
            begin(searched);
            return false;
        }
        if (through < 0) {
            return false;
        }
        long last = keywords.refreshAfter(through, PART);
        database.run(
                SqlFragment.of("update customer_keyword_state set done_through = ?::bigint", last == 0 ? null : last));
        return last != 0;
    }

    private void begin(String searched) {
        database.run(SqlFragment.of(
                "insert into customer_keyword_state (searched, done_through) values (?, 0)"
                        + " on conflict (is_only) do update set searched = excluded.searched, done_through = 0",
                searched));
    }
}
