package io.clientele.customer;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Carries out that accounts are shared between websites, or no more, in the transaction that changes the setting.
 * Sharing is refused while an e-mail address has accounts on several websites.
 */
@ApplicationScoped
class SharingSwitch implements SettingGuard {

    /** How many of the colliding addresses a refusal names. */
    private static final int NAMED = 20;

    private final CustomerRepository customers;
    private final SharedEmailRepository emails;
    private final AccountSharing sharing;

    @Inject
    SharingSwitch(CustomerRepository customers, SharedEmailRepository emails, AccountSharing sharing) {
        this.customers = customers;
        this.emails = emails;
        this.sharing = sharing;
    }

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        if (!definition.path().equals(CustomerSettings.SHARE_SCOPE.path())) {
            return;
        }
        // From here on nobody else writes accounts: what is looked at stays so until the setting has changed.
        customers.lockSharingAlone();
        boolean perWebsite = AccountSharing.isPerWebsite(value);
        if (perWebsite == sharing.isStoredPerWebsite()) {
            return;
        }
        if (perWebsite) {
            while (emails.unshareEmails() > 0) {
                // A part at a time.
            }
        } else {
            share();
        }
        sharing.switched(perWebsite);
    }

    private void share() {
        List<String> colliding = emails.emailsOnSeveralWebsites(NAMED);
        if (!colliding.isEmpty()) {
            throw CustomerRefusals.emailsCollide(colliding);
        }
        long last = emails.shareEmails(0);
        while (last > 0) {
            last = emails.shareEmails(last);
        }
    }
}
