package io.clientele.newsletter;

import io.clientele.shared.Fold;
import io.clientele.shared.person.ConsentLog;
import io.clientele.shared.person.Person;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Notes who has agreed to get the newsletter, and who no longer does. */
@ApplicationScoped
class NewsletterConsents {

    private final ConsentLog log;
    private final Settings settings;
    private final Stores stores;

    @Inject
    NewsletterConsents(ConsentLog log, Settings settings, Stores stores) {
        this.log = log;
        this.settings = settings;
        this.stores = stores;
    }

    /** The subscription has the status now; nobody has agreed before the subscription begins. */
    void note(Subscription before, SubscriptionStatus now) {
        boolean was = before.status() == SubscriptionStatus.SUBSCRIBED;
        boolean is = now == SubscriptionStatus.SUBSCRIBED;
        if (was != is) {
            Long customerId = before.customerId();
            StoreView view =
                    stores.findView(before.storeId()).orElseGet(() -> stores.defaultViewOf(before.websiteId()));
            log.note(
                    customerId == null ? Person.email(Fold.key(before.email())) : Person.customer(customerId),
                    before.websiteId(),
                    "newsletter",
                    null,
                    is,
                    settings.text(NewsletterSettings.WORDING, view));
        }
    }
}
