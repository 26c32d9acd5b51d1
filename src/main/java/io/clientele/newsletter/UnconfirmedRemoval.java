package io.clientele.newsletter;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets guests whose subscription was never confirmed, after as many days as their website says. */
@ApplicationScoped
class UnconfirmedRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final String REMOVE = """
            delete from newsletter_subscriber where id in (
                select n.id from newsletter_subscriber n
                where n.customer_id is null and n.website_id = ? and n.status = ? and n.changed_at < ?
                limit ? for update skip locked)""";

    private final Database database;
    private final Settings settings;
    private final Stores stores;
    private final Clock clock;

    UnconfirmedRemoval(Database database, Settings settings, Stores stores, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.stores = stores;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "forget unconfirmed subscriptions", this::remove);
    }

    void remove() {
        for (Website website : stores.websites()) {
            int days = settings.number(NewsletterSettings.UNCONFIRMED_DAYS, website.id());
            if (days > 0) {
                Instant before = clock.instant().minus(Duration.ofDays(days));
                Batches.remove(most -> database.run(
                        SqlFragment.of(REMOVE, website.id(), SubscriptionStatus.NOT_ACTIVE.number(), before, most)));
            }
        }
    }
}
