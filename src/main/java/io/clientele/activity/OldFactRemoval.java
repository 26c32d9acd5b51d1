package io.clientele.activity;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets carts and product views after as many days as each website says, and of whom orders of guests were. A batch at a time; any
 * number of instances may do it.
 */
@ApplicationScoped
class OldFactRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private static final String CARTS = """
            delete from cart where id in (
                select c.id from cart c where c.website_id = ? and c.changed_at < ? limit ? for update skip locked)""";
    private static final String VIEWS = """
            delete from product_view where id in (
                select v.id from product_view v where v.website_id = ? and v.viewed_at < ? limit ? for update skip locked)""";
    /** Each has a pseudonym of its own: nobody has said that two of them are one person's. */
    private static final String GUESTS = """
            update sales_order set pseudonym = gen_random_uuid(), email = null, email_key = null, billing_address = null,
                shipping_address = null
            where id in (
                select o.id from sales_order o where o.website_id = ? and o.placed_at < ? and o.customer_id is null
                    and o.pseudonym is null limit ? for update skip locked)""";

    private final Database database;
    private final Settings settings;
    private final Stores stores;
    private final Clock clock;

    OldFactRemoval(Database database, Settings settings, Stores stores, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.stores = stores;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "forget old facts", this::remove);
    }

    void remove() {
        for (Website website : stores.websites()) {
            remove(ActivitySettings.CART_DAYS, CARTS, website.id());
            remove(ActivitySettings.VIEW_DAYS, VIEWS, website.id());
            remove(ActivitySettings.GUEST_ORDER_DAYS, GUESTS, website.id());
        }
    }

    private void remove(SettingDefinition days, String statement, int websiteId) {
        int kept = settings.number(days, websiteId);
        if (kept > 0) {
            Batches.remove(most -> database.run(
                    SqlFragment.of(statement, websiteId, clock.instant().minus(Duration.ofDays(kept)), most)));
        }
    }
}
