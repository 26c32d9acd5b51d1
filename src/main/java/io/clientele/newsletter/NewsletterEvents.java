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

    private static final Map<String, Object> SCHEMA = EventShape.data()
            .integer("subscriber_id", "The subscription")
            .integer("website_id", "The website whose newsletter it is")
            .optionalInteger("customer_id", "The account; not there for a guest's")
            .schema();
    private static final EventType SUBSCRIBED =
            new EventType("newsletter.subscribed", "An address receives the newsletter from now on.", SCHEMA);
    private static final EventType UNSUBSCRIBED =
            new EventType("newsletter.unsubscribed", "An address no longer receives the newsletter.", SCHEMA);

    private final EventLog log;

    @Inject
    NewsletterEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public List<EventType> all() {
        return List.of(SUBSCRIBED, UNSUBSCRIBED);
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
            log.record(new EventDraft(is ? SUBSCRIBED : UNSUBSCRIBED, before.customerId(), data));
        }
    }
}
