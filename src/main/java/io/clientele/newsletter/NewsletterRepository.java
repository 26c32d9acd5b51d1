package io.clientele.newsletter;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The queries over {@code newsletter_subscription}. */
@ApplicationScoped
class NewsletterRepository {

    /** Whether {@code customer c} is subscribed. */
    static final String IS_SUBSCRIBED =
            "exists (select 1 from newsletter_subscription n where n.customer_id = c.id and n.status = 1)";

    // The contract's numbers.
    private static final int SUBSCRIBED = 1;
    private static final int UNSUBSCRIBED = 3;

    private final Database database;
    private final Clock clock;

    @Inject
    NewsletterRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void subscribe(long customerId) {
        database.run(SqlFragment.of(
                "insert into newsletter_subscription as n (customer_id, status, changed_at) values (?, ?, ?)"
                        + " on conflict (customer_id) do update"
                        + " set status = excluded.status, changed_at = excluded.changed_at"
                        + " where n.status <> excluded.status",
                customerId,
                SUBSCRIBED,
                clock.instant()));
    }

    /** Who never subscribed needs no row. */
    void unsubscribe(long customerId) {
        database.run(SqlFragment.of(
                "update newsletter_subscription set status = ?, changed_at = ? where customer_id = ? and status <> ?",
                UNSUBSCRIBED,
                clock.instant(),
                customerId,
                UNSUBSCRIBED));
    }
}
