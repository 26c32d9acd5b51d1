package io.clientele.newsletter;

import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The statements that change the subscriptions of many customers at a time. */
@ApplicationScoped
class SubscriptionBatchRepository {

    private final Database database;

    @Inject
    SubscriptionBatchRepository(Database database) {
        this.database = database;
    }

    /** A subscription that is to be there. */
    record Wanted(long customerId, int websiteId, int storeId, String email, String token) {}

    /** Makes those that are not there, and not subscribed yet. */
    void make(List<Wanted> wanted, Instant now) {
        Columns<Wanted> columns = new Columns<Wanted>()
                .with("customer_id", "bigint", Wanted::customerId)
                .with("website_id", "integer", Wanted::websiteId)
                .with("store_id", "integer", Wanted::storeId)
                .with("email", "text", Wanted::email)
                .with("email_key", "text", each -> Fold.key(each.email()))
                .with("status", "smallint", _ -> SubscriptionStatus.UNSUBSCRIBED.number())
                .with("unsubscribe_tokens", "text[]", each -> "{" + each.token() + "}");
        database.run(SqlFragment.of(
                        "insert into newsletter_subscriber (" + columns.names() + ", created_at, changed_at) select "
                                + columns.values() + ", ?, ? from",
                        now,
                        now)
                .then(columns.of(wanted))
                .then("order by n.customer_id::bigint on conflict (customer_id, website_id) do nothing"));
    }

    void setStatuses(List<Subscription> changed, Instant now) {
        Columns<Subscription> columns = new Columns<Subscription>()
                .with("id", "bigint", Subscription::id)
                .with("status", "smallint", each -> each.status().number())
                .with("store_id", "integer", Subscription::storeId);
        database.run(SqlFragment.of("""
                        update newsletter_subscriber s set status = n.status::smallint, store_id = n.store_id::integer,
                            changed_at = ? from""", now).then(columns.of(changed)).then("where s.id = n.id::bigint"));
    }
}
