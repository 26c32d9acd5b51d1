package io.clientele.newsletter;

import io.clientele.customer.life.LifeRefusals;
import io.clientele.mail.LinkToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What the links in mails about subscriptions do. Whoever has one needs nothing else; following it twice is no fault. */
@ApplicationScoped
public class SubscriptionLinkService {

    private final NewsletterRepository subscribers;
    private final Subscriptions subscriptions;
    private final MarketingWishes wishes;

    @Inject
    SubscriptionLinkService(NewsletterRepository subscribers, Subscriptions subscriptions, MarketingWishes wishes) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
    }

    /** @throws io.clientele.shared.Refusal when the link is not good, or the subscription was ended meanwhile */
    @Transactional
    public void confirm(String token) {
        Subscription subscription = subscribers.toConfirm(LinkToken.hash(token)).orElseThrow(LifeRefusals::wrongLink);
        switch (subscription.status()) {
            case SUBSCRIBED -> {}
            case NOT_ACTIVE -> {
                if (subscription.customerId() != null) {
                    wishes.confirmed(subscription.customerId());
                }
                subscriptions.confirm(subscription);
            }
            case UNSUBSCRIBED, UNCONFIRMED -> throw LifeRefusals.wrongLink();
        }
    }

    /** @throws io.clientele.shared.Refusal when the link was never made */
    @Transactional
    public void unsubscribe(String token) {
        subscriptions.end(subscribers.toEnd(token).orElseThrow(LifeRefusals::wrongLink));
    }
}
