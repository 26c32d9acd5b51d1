package io.clientele.newsletter;

import io.clientele.access.SharingScope;
import io.clientele.customer.AccountParticipant;
import io.clientele.customer.Confirmation;
import io.clientele.customer.Customer;
import io.clientele.customer.VerifiedEmailParticipant;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets subscriptions go along with the account: begin with it, follow its address, and gather under it once verified. */
@ApplicationScoped
class AccountSubscriptions implements AccountParticipant, VerifiedEmailParticipant {

    private final NewsletterRepository subscribers;
    private final Subscriptions subscriptions;
    private final MarketingWishes wishes;
    private final Confirmation confirmation;
    private final SharingScope sharing;
    private final Settings settings;
    private final Stores stores;

    @Inject
    AccountSubscriptions(
            NewsletterRepository subscribers,
            Subscriptions subscriptions,
            MarketingWishes wishes,
            Confirmation confirmation,
            SharingScope sharing,
            Settings settings,
            Stores stores) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
        this.confirmation = confirmation;
        this.sharing = sharing;
        this.settings = settings;
        this.stores = stores;
    }

    @Override
    public void registered(Registration registration) {
        subscribers.allOfNew(registration.customer().id()).forEach(subscriptions::tell);
    }

    /** Nobody has shown to read the new address's mail: what must be confirmed is to be confirmed again. */
    @Override
    public void emailChanged(EmailChange change) {
        Customer after = change.after();
        subscribers.move(after.id(), after.email());
        boolean awaited = confirmation.isAwaited(after.confirmation(), after.websiteId());
        for (Subscription each : subscribers.all(after.id())) {
            boolean wanted = each.status() != SubscriptionStatus.UNSUBSCRIBED;
            if (wanted && (awaited || settings.flag(NewsletterSettings.CONFIRM, viewOf(each)))) {
                subscriptions.suspend(each, awaited);
            }
        }
    }

    @Override
    public void passwordChanged(Customer customer) {
        // Has nothing to do with subscriptions.
    }

    @Override
    public void emailVerified(Customer customer) {
        // An address that was given back comes here without having been changed.
        subscribers.move(customer.id(), customer.email());
        claim(customer);
        subscribers.all(customer.id()).stream()
                .filter(each -> each.status() == SubscriptionStatus.UNCONFIRMED)
                .forEach(subscriptions::confirm);
    }

    /** Makes the guests' subscriptions of the address the customer's, on the websites where the account is good. */
    private void claim(Customer customer) {
        Set<Integer> websites = stores.websites().stream()
                .map(Website::id)
                .filter(website -> sharing.includes(customer.websiteId(), website))
                .collect(Collectors.toSet());
        List<Subscription> guests = subscribers.ofGuests(websites, customer.email());
        Map<Integer, Subscription> own = new HashMap<>();
        if (!guests.isEmpty()) {
            subscribers.all(customer.id()).forEach(each -> own.put(each.websiteId(), each));
        }
        boolean unwanted = !guests.isEmpty() && wishes.isUnwanted(customer.id());
        for (Subscription guest : guests) {
            Subscription kept = own.get(guest.websiteId());
            if (kept == null) {
                subscribers.give(guest.id(), customer.id());
                if (unwanted && guest.status() == SubscriptionStatus.SUBSCRIBED) {
                    // Who subscribed the address is not known; the link that is mailed tells.
                    subscriptions.suspend(guest, false);
                }
            } else {
                merge(guest, kept, unwanted);
            }
        }
    }

    /** What the customer has said outweighs what was said without the account; what still waits does not. */
    private void merge(Subscription guest, Subscription kept, boolean unwanted) {
        boolean waits =
                kept.status() == SubscriptionStatus.NOT_ACTIVE || kept.status() == SubscriptionStatus.UNCONFIRMED;
        if (waits && !unwanted && guest.status() == SubscriptionStatus.SUBSCRIBED) {
            subscriptions.takeOver(kept);
        }
        subscribers.merge(guest.id(), kept.id());
    }

    private StoreView viewOf(Subscription subscription) {
        return stores.findView(subscription.storeId()).orElseGet(() -> stores.defaultViewOf(subscription.websiteId()));
    }
}
