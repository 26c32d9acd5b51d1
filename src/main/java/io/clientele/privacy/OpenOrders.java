package io.clientele.privacy;

import io.clientele.shared.Fold;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Orders that are not carried out yet: whoever has one must be known until it is. */
@ApplicationScoped
class OpenOrders {

    private static final String ANY = """
            select 1 from sales_order o
            where (o.customer_id = ? or (o.customer_id is null and o.email_key = ? and o.website_id = any (?::integer[])))
                and lower(o.status) = any (?) limit 1""";

    private final Database database;
    private final Settings settings;

    @Inject
    OpenOrders(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    boolean any(DataSubject subject, int websiteId) {
        String[] open = settings.list(PrivacySettings.OPEN_STATUSES, websiteId).stream()
                .map(status -> Fold.key(status.strip()))
                .toArray(String[]::new);
        return database.first(
                        SqlFragment.of(ANY, subject.account(), subject.emailKey(), subject.websites(), open),
                        row -> true)
                .isPresent();
    }
}
