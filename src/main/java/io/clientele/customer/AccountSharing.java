package io.clientele.customer;

import io.clientele.access.SharingScope;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where an account counts: in its own website, or in all of them. */
@ApplicationScoped
class AccountSharing implements SharingScope {

    private final Settings settings;
    private final Database database;

    @Inject
    AccountSharing(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    /**
     * Whether accounts belong to websites. Read from the database, because another instance may have switched a moment
     * ago. The caller holds the sharing lock.
     */
    boolean isStoredPerWebsite() {
        return database.first(
                        SqlFragment.of(
                                "select value from setting where path = ? and scope = 'default'",
                                CustomerSettings.SHARE_SCOPE.path()),
                        row -> isPerWebsite(row.getString(1)))
                .orElse(true);
    }

    static boolean isPerWebsite(String value) {
        return value.equals("1");
    }

    @Override
    public boolean includes(int accountWebsiteId, int currentWebsiteId) {
        return accountWebsiteId == currentWebsiteId || !settings.flag(CustomerSettings.SHARE_SCOPE);
    }
}
