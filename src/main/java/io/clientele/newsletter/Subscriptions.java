package io.clientele.newsletter;

import io.clientele.customer.life.LifeSettings;
import io.clientele.mail.LinkToken;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Begins and ends subscriptions that the caller has locked, and tells their owners. */
@ApplicationScoped
class Subscriptions {

    /** Whoever asks again and again for an address has it mailed no more often than this. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final NewsletterRepository subscribers;
    private final NewsletterMails mails;
    private final NewsletterEvents events;
    private final NewsletterConsents consents;
    private final Settings settings;
    private final Clock clock;

    @Inject
    Subscriptions(
            NewsletterRepository subscribers,
            NewsletterMails mails,
            NewsletterEvents events,
            NewsletterConsents consents,
            Settings settings,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.events = events;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    /** What becomes of a wish in the store view, when nothing stands in its way. */
    SubscriptionStatus first(StoreView view) {
        return settings.flag(NewsletterSettings.CONFIRM, view)
                ? SubscriptionStatus.NOT_ACTIVE
                : SubscriptionStatus.SUBSCRIBED;
    }

    /**
     * Takes the wish to be subscribed; nothing changes for who is. Its owner is not told yet: see {@link #tell}.
     *
     * @param awaited whether the account is still to be confirmed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Subscription begin(Subscription subscription, StoreView view, boolean awaited) {
        if (subscription.status() == SubscriptionStatus.SUBSCRIBED) {
            return subscription;
        }
        return set(subscription.in(view.id()), awaited ? SubscriptionStatus.UNCONFIRMED : first(view));
    }

    /** As {@link #begin} for a wish that may be anybody's: it waits for the link that is mailed, whatever the settings say. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(Subscription subscription, StoreView view) {
        tell(set(subscription.in(view.id()), SubscriptionStatus.NOT_ACTIVE));
    }

    /** The address has been shown to be its owner's, who wants the newsletter. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirm(Subscription subscription) {
        tell(set(subscription, SubscriptionStatus.SUBSCRIBED));
    }

    /** Puts the subscription off until the mailed link is followed, or the account is confirmed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void suspend(Subscription subscription, boolean awaited) {
        tell(set(subscription, awaited ? SubscriptionStatus.UNCONFIRMED : SubscriptionStatus.NOT_ACTIVE));
    }

    /** Ends the subscription; whoever had one is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Subscription subscription) {
        if (subscription.status() == SubscriptionStatus.UNSUBSCRIBED) {
            return;
        }
        set(subscription, SubscriptionStatus.UNSUBSCRIBED);
        if (subscription.status() == SubscriptionStatus.SUBSCRIBED) {
            mails.unsubscribed(subscription);
        }
    }

    /** Tells the owner of the address what has become of the wish; one that waits for its account tells by itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Subscription subscription) {
        switch (subscription.status()) {
            case SUBSCRIBED -> mails.subscribed(subscription);
            case NOT_ACTIVE -> mailLink(subscription);
            case UNCONFIRMED, UNSUBSCRIBED -> {}
        }
    }

    private void mailLink(Subscription subscription) {
        Instant mailed = subscription.confirmationMailedAt();
        if (mailed != null && mailed.plus(PAUSE).isAfter(clock.instant())) {
            return;
        }
        Duration life = Duration.ofHours(Math.max(1, settings.number(LifeSettings.CONFIRMATION_HOURS)));
        String token = LinkToken.make();
        subscribers.awaitConfirmation(
                subscription.id(), LinkToken.hash(token), clock.instant().plus(life));
        mails.confirm(subscription, token, life);
    }

    /** Takes over that the owner was subscribed as a guest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeOver(Subscription subscription) {
        set(subscription, SubscriptionStatus.SUBSCRIBED);
    }

    /** Forgets the subscription and what its links were good for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(Subscription subscription) {
        subscribers.delete(subscription.id());
        events.tell(subscription, SubscriptionStatus.UNSUBSCRIBED);
        consents.note(subscription, SubscriptionStatus.UNSUBSCRIBED);
    }

    private Subscription set(Subscription subscription, SubscriptionStatus status) {
        Subscription changed = subscription.with(status);
        subscribers.setStatus(changed);
        events.tell(subscription, status);
        consents.note(subscription, status);
        return changed;
    }
}
