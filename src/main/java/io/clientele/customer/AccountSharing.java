package io.clientele.customer;

import io.clientele.access.SharingScope;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Where an account counts: in its own website, or in all of them. */
@ApplicationScoped
class AccountSharing implements SharingScope {

    private final Settings settings;
    private final Database database;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    AccountSharing(Settings settings, Database database, TransactionSynchronizationRegistry transactions) {
        this.settings = settings;
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Whether accounts belong to websites. Read from the database, because another instance may have switched a moment
     * ago, and once in a transaction. The caller holds the sharing lock.
     */
    boolean isStoredPerWebsite() {
        if (transactions.getResource(this) instanceof Boolean known) {
            return known;
        }
        boolean perWebsite = readPerWebsite();
        transactions.putResource(this, perWebsite);
        return perWebsite;
    }

    /** To be called in the transaction that switches, once all accounts are as they then must be. */
    void switched(boolean perWebsite) {
        transactions.putResource(this, perWebsite);
    }

    private boolean readPerWebsite() {
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
