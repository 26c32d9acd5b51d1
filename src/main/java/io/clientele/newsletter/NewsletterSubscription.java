package io.clientele.newsletter;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.shared.search.SearchField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Shows with every customer whether the newsletter goes there, and takes the wish to begin or to end that. */
@ApplicationScoped
class NewsletterSubscription implements CustomerExtension {

    private static final String NAME = "is_subscribed";

    private final NewsletterRepository subscriptions;

    @Inject
    NewsletterSubscription(NewsletterRepository subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(NAME, NewsletterRepository.IS_SUBSCRIBED));
    }

    @Override
    public List<SearchField> searchFields() {
        return List.of(SearchField.of(NAME, SearchField.Type.BOOLEAN, NewsletterRepository.IS_SUBSCRIBED));
    }

    @Override
    public void write(Customer customer, Map<String, Object> supplied) {
        if (supplied.get(NAME) instanceof Boolean wanted) {
            if (wanted) {
                subscriptions.subscribe(customer.id());
            } else {
                subscriptions.unsubscribe(customer.id());
            }
        }
    }
}
