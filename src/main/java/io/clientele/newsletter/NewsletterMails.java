package io.clientele.newsletter;

import io.clientele.mail.MailKind;
import io.clientele.mail.Mails;
import io.clientele.mail.Recipient;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** The mails about subscriptions, in the language of the store view they were asked for in. */
@ApplicationScoped
class NewsletterMails {

    private static final MailKind CONFIRM = new MailKind(
            "newsletter-confirm",
            NewsletterSettings.CONFIRM_SENDER,
            NewsletterSettings.CONFIRM_TEXTS,
            NewsletterSettings.CONFIRM_URL);
    private static final MailKind SUBSCRIBED = new MailKind(
            "newsletter-subscribed",
            NewsletterSettings.SUBSCRIBED_SENDER,
            NewsletterSettings.SUBSCRIBED_TEXTS,
            NewsletterSettings.UNSUBSCRIBE_URL,
            NewsletterSettings.ONE_CLICK_URL);
    private static final MailKind UNSUBSCRIBED = new MailKind(
            "newsletter-unsubscribed",
            NewsletterSettings.UNSUBSCRIBED_SENDER,
            NewsletterSettings.UNSUBSCRIBED_TEXTS,
            null);

    private final Mails mails;
    private final Stores stores;

    @Inject
    NewsletterMails(Mails mails, Stores stores) {
        this.mails = mails;
        this.stores = stores;
    }

    /** Its link begins the subscription. */
    void confirm(Subscription subscription, String token, Duration life) {
        send(CONFIRM, subscription, Map.of("token", token, "hours", life.toHours()));
    }

    /** Its link ends the subscription, and so does the receiver's mail program. */
    void subscribed(Subscription subscription) {
        send(SUBSCRIBED, subscription, Map.of("token", subscription.unsubscribeToken()));
    }

    void unsubscribed(Subscription subscription) {
        send(UNSUBSCRIBED, subscription, Map.of());
    }

    private void send(MailKind kind, Subscription subscription, Map<String, ?> values) {
        Long customerId = subscription.customerId();
        mails.send(
                kind,
                customerId == null
                        ? Recipient.guest(subscription.email())
                        : Recipient.customer(customerId, subscription.name(), subscription.email()),
                stores.findView(subscription.storeId()).orElseGet(() -> stores.defaultViewOf(subscription.websiteId())),
                values);
    }
}
