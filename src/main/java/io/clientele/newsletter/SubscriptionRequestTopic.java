package io.clientele.newsletter;

import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Carries out what was asked for an address; a website that is gone has no newsletter. The address lies here for as long
 * as that takes: a wish that fails again and again is dropped.
 */
@ApplicationScoped
class SubscriptionRequestTopic implements OutboxTopic {

    private static final Logger LOG = Logger.getLogger(SubscriptionRequestTopic.class);
    private static final int TRIES = 5;

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
        try {
            carryOut(message.read(SubscriptionRequest.class));
        } catch (RuntimeException e) {
            if (message.tries() < TRIES) {
                throw e;
            }
            LOG.errorf("A wish to be subscribed is dropped: %s", e.getClass().getSimpleName());
        }
    }

    private void carryOut(SubscriptionRequest request) {
        if (stores.findWebsite(request.websiteId()).isPresent()) {
            subscriptions.subscribeLater(
                    request.email(),
                    stores.findView(request.storeId()).orElseGet(() -> stores.defaultViewOf(request.websiteId())));
        }
    }
}
