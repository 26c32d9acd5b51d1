package io.clientele.newsletter;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells who receives the newsletter from now on, and who no longer. */
@ApplicationScoped
class NewsletterEvents implements EventTypes {

    private final EventLog log;

    @Inject
    NewsletterEvents(EventLog log) {
        this.log = log;
    }

    private enum Type implements EventType {
        SUBSCRIBED("newsletter.subscribed", "An address receives the newsletter from now on."),
        UNSUBSCRIBED("newsletter.unsubscribed", "An address no longer receives the newsletter.");

        private static final Map<String, Object> SCHEMA = EventShape.data()
                .integer("subscriber_id", "The subscription")
                .integer("website_id", "The website whose newsletter it is")
                .optionalInteger("customer_id", "The account; not there for a guest's")
                .schema();

        private final String type;
        private final String description;

        Type(String type, String description) {
            this.type = type;
            this.description = description;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public Map<String, Object> dataSchema() {
            return SCHEMA;
        }
    }

    @Override
    public List<EventType> all() {
        return List.of(Type.values());
    }

    /** The subscription has the status now; nothing is told while it goes from waiting to waiting. */
    void tell(Subscription before, SubscriptionStatus now) {
        boolean was = before.status() == SubscriptionStatus.SUBSCRIBED;
        boolean is = now == SubscriptionStatus.SUBSCRIBED;
        if (was != is) {
            Map<String, Object> data = new HashMap<>();
            data.put("subscriber_id", before.id());
            data.put("website_id", before.websiteId());
            if (before.customerId() != null) {
                data.put("customer_id", before.customerId());
            }
            log.record(new EventDraft(is ? Type.SUBSCRIBED : Type.UNSUBSCRIBED, before.customerId(), data));
        }
    }
}
