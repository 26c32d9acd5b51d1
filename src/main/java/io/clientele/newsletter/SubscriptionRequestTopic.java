package io.clientele.newsletter;

import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Carries out what was asked for an address; a website that is gone has no newsletter. */
@ApplicationScoped
class SubscriptionRequestTopic implements OutboxTopic {

    private final SubscriptionService subscriptions;
    private final Stores stores;

    @Inject
    SubscriptionRequestTopic(SubscriptionService subscriptions, Stores stores) {
        this.subscriptions = subscriptions;
        this.stores = stores;
    }

    @Override
    public String name() {
        return SubscriptionRequest.TOPIC;
    }

    @Override
    public void handle(OutboxMessage message) {
        SubscriptionRequest request = message.read(SubscriptionRequest.class);
        if (stores.findWebsite(request.websiteId()).isPresent()) {
            subscriptions.subscribeLater(
                    request.email(),
                    stores.findView(request.storeId()).orElseGet(() -> stores.defaultViewOf(request.websiteId())));
        }
    }
}
