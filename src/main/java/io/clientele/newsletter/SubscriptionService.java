package io.clientele.newsletter;

import io.clientele.customer.Accounts;
import io.clientele.customer.Confirmation;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.customer.CustomerSettings;
import io.clientele.customer.EmailAddress;
import io.clientele.customer.EmailAvailability;
import io.clientele.mail.LinkToken;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.shared.outbox.Outbox;
import io.clientele.shared.person.Person;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Subscribes addresses on the request's website, for guests and for customers. */
@ApplicationScoped
public class SubscriptionService {

    private final NewsletterRepository subscribers;
    private final Subscriptions subscriptions;
    private final MarketingWishes wishes;
    private final CustomerService customers;
    private final Accounts accounts;
    private final Confirmation confirmation;
    private final EmailAvailability availability;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final NewsletterAudit audit;

    @Inject
    SubscriptionService(
            NewsletterRepository subscribers,
            Subscriptions subscriptions,
            MarketingWishes wishes,
            CustomerService customers,
            Accounts accounts,
            Confirmation confirmation,
            EmailAvailability availability,
            Settings settings,
            StoreScope scope,
            CurrentCaller caller,
            Outbox outbox,
            NewsletterAudit audit) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
        this.customers = customers;
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.availability = availability;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Subscribes the address. Where accounts are concealed, nothing is looked up for an address that is not the caller's
     * own before the answer.
     *
     * @return what becomes of the wish
     * @throws io.clientele.shared.Refusal when the address is no address, may not be subscribed, or is already
     */
    @Transactional
    public SubscriptionStatus subscribe(String given) {
        String email = given.strip();
        StoreView view = scope.view();
        check(email, view);
        Optional<Customer> owner = own(email);
        if (owner.isPresent()) {
            return subscribe(owner.get(), view);
        }
        if (settings.flag(CustomerSettings.CONCEAL, view.websiteId())) {
            outbox.add(
                    SubscriptionRequest.TOPIC,
                    view.websiteId() + "/" + Person.email(Fold.key(email)).name(),
                    new SubscriptionRequest(view.websiteId(), view.id(), email));
            return subscriptions.first(view);
        }
        if (!availability.isAvailable(email, view.websiteId())) {
            throw NewsletterRefusals.cannotSubscribe();
        }
        if (subscribers.isSubscribed(view.websiteId(), email)) {
            throw NewsletterRefusals.alreadySubscribed();
        }
        return subscribe(email, view);
    }

    /** Subscribes an address whose caller has had the answer; nothing happens for one that is subscribed. */
    @Transactional
    void subscribeLater(String email, StoreView view) {
        if (!subscribers.isSubscribed(view.websiteId(), email)) {
            subscribe(email, view);
        }
    }

    private void check(String email, StoreView view) {
        if (email.isEmpty()) {
            throw NewsletterRefusals.emailMissing();
        }
        if (!EmailAddress.isValid(email)) {
            throw NewsletterRefusals.emailInvalid();
        }
        if (!settings.flag(NewsletterSettings.ACTIVE, view)) {
            throw NewsletterRefusals.cannotSubscribe();
        }
        if (!caller.get().isCustomer() && !settings.flag(NewsletterSettings.GUESTS, view)) {
            throw NewsletterRefusals.guestsExcluded();
        }
    }

    /** The calling customer, if the address is the account's own. */
    private Optional<Customer> own(String email) {
        return caller.get().isCustomer()
                ? Optional.of(customers.get(caller.get().id()))
                        .filter(customer -> Fold.key(customer.email()).equals(Fold.key(email)))
                : Optional.empty();
    }

    private SubscriptionStatus subscribe(Customer customer, StoreView view) {
        Subscription subscription = of(customer, view);
        if (subscription.status() == SubscriptionStatus.SUBSCRIBED) {
            throw NewsletterRefusals.alreadySubscribed();
        }
        wishes.begin(customer.id());
        audit.note("requested", subscription);
        return begin(subscription, view, confirmation.isAwaited(customer.confirmation(), customer.websiteId()));
    }

    /** What is done under an address belongs to the account with it only once its owner has shown to read its mail. */
    private SubscriptionStatus subscribe(String email, StoreView view) {
        Subscription subscription = accounts.find(view.websiteId(), email)
                .filter(customer -> customer.emailVerifiedAt() != null)
                .map(customer -> of(customer, view))
                .orElseGet(() -> subscribers.ofGuest(view.websiteId(), view.id(), email, LinkToken.make()));
        Long owner = subscription.customerId();
        if (owner != null && wishes.isUnwanted(owner)) {
            // Anybody can type the address. Whoever reads its mail can say so; nobody else learns of it.
            subscriptions.ask(subscription, view);
            return subscriptions.first(view);
        }
        return begin(subscription, view, false);
    }

    private SubscriptionStatus begin(Subscription subscription, StoreView view, boolean awaited) {
        Subscription begun = subscriptions.begin(subscription, view, awaited);
        subscriptions.tell(begun);
        return begun.status();
    }

    private Subscription of(Customer customer, StoreView view) {
        return subscribers.ofCustomer(view.websiteId(), view.id(), customer.id(), customer.email(), LinkToken.make());
    }
}
