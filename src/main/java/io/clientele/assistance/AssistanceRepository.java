package io.clientele.assistance;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The queries over {@code assistance_consent}, which has a row for each customer who allows assistance. */
@ApplicationScoped
class AssistanceRepository {

    /**
     * Whether {@code customer c} allows it: 2, otherwise 1. With the limit it is looked up for each customer that is shown; PostgreSQL
     * would answer {@code exists} from all consents at once.
     */
    static final String ALLOWED = "case when (select s.customer_id from assistance_consent s"
            + " where s.customer_id = c.id limit 1) is not null then 2 else 1 end";

    private final Database database;
    private final Clock clock;

    @Inject
    AssistanceRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False when it was given before. */
    boolean give(long customerId) {
        return database.run(SqlFragment.of(
                        "insert into assistance_consent (customer_id, given_at) values (?, ?)"
                                + " on conflict (customer_id) do nothing",
                        customerId,
                        clock.instant()))
                > 0;
    }

    /** False when there was none to withdraw. */
    boolean withdraw(long customerId) {
        return database.run(SqlFragment.of("delete from assistance_consent where customer_id = ?", customerId)) > 0;
    }
}
