package io.clientele.newsletter;

import io.clientele.customer.Confirmation;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.mail.LinkToken;
import io.clientele.shared.search.SearchField;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows with every customer whether the newsletter goes there, and takes the wish to begin that on the account's website
 * or to end it everywhere.
 */
@ApplicationScoped
class NewsletterSubscription implements CustomerExtension {

    private static final String NAME = "is_subscribed";

    private final NewsletterRepository subscribers;
    private final Subscriptions subscriptions;
    private final MarketingWishes wishes;
    private final Confirmation confirmation;
    private final Settings settings;
    private final Stores stores;

    @Inject
    NewsletterSubscription(
            NewsletterRepository subscribers,
            Subscriptions subscriptions,
            MarketingWishes wishes,
            Confirmation confirmation,
            Settings settings,
            Stores stores) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
        this.confirmation = confirmation;
        this.settings = settings;
        this.stores = stores;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(NAME, NewsletterRepository.SHOWN_IS_SUBSCRIBED));
    }

    @Override
    public List<SearchField> searchFields() {
        return List.of(SearchField.of(NAME, SearchField.Type.BOOLEAN, NewsletterRepository.IS_SUBSCRIBED));
    }

    @Override
    public void create(Customer customer, Map<String, Object> supplied) {
        if (Boolean.TRUE.equals(supplied.get(NAME))) {
            begin(customer, view(customer));
        }
    }

    /** Clients send back what they have read, which is no wish. */
    @Override
    public void write(Customer customer, Map<String, Object> supplied) {
        if (!(supplied.get(NAME) instanceof Boolean wanted)) {
            return;
        }
        if (!wanted) {
            subscribers.all(customer.id()).stream()
                    // Who has yet to follow the link reads "not subscribed" and sends it back.
                    .filter(each -> each.status() != SubscriptionStatus.NOT_ACTIVE)
                    .forEach(subscriptions::end);
        } else if (!wanted.equals(customer.extensions().get(NAME))) {
            StoreView view = view(customer);
            if (settings.flag(NewsletterSettings.ACTIVE, view)) {
                wishes.begin(customer.id());
            }
            begin(customer, view).ifPresent(subscriptions::tell);
        }
    }

    private StoreView view(Customer customer) {
        return stores.findView(customer.storeId()).orElseGet(() -> stores.defaultViewOf(customer.websiteId()));
    }

    /** Empty where there is no newsletter. */
    private Optional<Subscription> begin(Customer customer, StoreView view) {
        if (!settings.flag(NewsletterSettings.ACTIVE, view)) {
            return Optional.empty();
        }
        return Optional.of(subscriptions.begin(
                subscribers.ofCustomer(view.websiteId(), view.id(), customer.id(), customer.email(), LinkToken.make()),
                view,
                confirmation.isAwaited(customer.confirmation(), customer.websiteId())));
    }
}
