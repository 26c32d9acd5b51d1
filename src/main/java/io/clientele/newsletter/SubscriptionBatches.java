package io.clientele.newsletter;

import io.clientele.customer.Confirmation;
import io.clientele.customer.HeldCustomer;
import io.clientele.mail.LinkToken;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Begins and ends the subscriptions of many customers, in the transaction in hand: with the mails, entries and events that
 * each of them would have. Of one who is limited to websites only the subscriptions there are touched.
 */
@ApplicationScoped
public class SubscriptionBatches {

    private final NewsletterRepository subscribers;
    private final SubscriptionBatchRepository rows;
    private final Subscriptions subscriptions;
    private final MarketingWishes wishes;
    private final NewsletterMails mails;
    private final NewsletterEvents events;
    private final NewsletterConsents consents;
    private final NewsletterAudit audit;
    private final Confirmation confirmation;
    private final CurrentCaller caller;
    private final Settings settings;
    private final Stores stores;
    private final Clock clock;

    @Inject
    SubscriptionBatches(
            NewsletterRepository subscribers,
            SubscriptionBatchRepository rows,
            Subscriptions subscriptions,
            MarketingWishes wishes,
            NewsletterMails mails,
            NewsletterEvents events,
            NewsletterConsents consents,
            NewsletterAudit audit,
            Confirmation confirmation,
            CurrentCaller caller,
            Settings settings,
            Stores stores,
            Clock clock) {
        this.subscribers = subscribers;
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.wishes = wishes;
        this.mails = mails;
        this.events = events;
        this.consents = consents;
        this.audit = audit;
        this.confirmation = confirmation;
        this.caller = caller;
        this.settings = settings;
        this.stores = stores;
        this.clock = clock;
    }

    /** A subscription as it was before: its id and the contract's number of its status. */
    public record Was(long id, int status) {}

    /** Whether there is a newsletter for the customer on the website of the account. */
    public boolean isOffered(HeldCustomer held) {
        return settings.flag(NewsletterSettings.ACTIVE, view(held));
    }

    /** Why the newsletter cannot begin, or begin again, for some of the customers, who are locked: by customer. */
    public Map<Long, Refusal> refusals(Collection<Long> customerIds) {
        return wishes.refusals(customerIds);
    }

    /**
     * Subscribes the customers, for whom nothing is refused, each on the website of the account; who is subscribed is passed over.
     *
     * @return what was changed, as it was, by customer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, List<Was>> subscribe(List<HeldCustomer> held) {
        Map<Long, HeldCustomer> byId = new HashMap<>();
        held.forEach(each -> byId.put(each.id(), each));
        rows.make(
                held.stream()
                        .map(each -> new SubscriptionBatchRepository.Wanted(
                                each.id(), each.websiteId(), view(each).id(), each.email(), LinkToken.make()))
                        .toList(),
                clock.instant());
        List<Change> changes = new ArrayList<>();
        for (Subscription each : ofCustomers(byId.keySet())) {
            HeldCustomer owner = Objects.requireNonNull(byId.get(each.customerId()));
            if (each.websiteId() == owner.websiteId() && each.status() != SubscriptionStatus.SUBSCRIBED) {
                boolean awaited = confirmation.isAwaited(owner.confirmation(), owner.websiteId());
                StoreView view = view(owner);
                changes.add(new Change(
                        each,
                        each.in(view.id()).with(awaited ? SubscriptionStatus.UNCONFIRMED : subscriptions.first(view))));
            }
        }
        return write("begun", changes);
    }

    /** Ends all subscriptions of the customers; otherwise as {@link #subscribe}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, List<Was>> unsubscribe(Collection<Long> customerIds) {
        return write(
                "ended",
                ofCustomers(customerIds).stream()
                        .filter(each -> each.status() != SubscriptionStatus.UNSUBSCRIBED)
                        .map(each -> new Change(each, each.with(SubscriptionStatus.UNSUBSCRIBED)))
                        .toList());
    }

    /**
     * Gives subscriptions back the status they had, unless they are begun or ended again since. Those that are to begin again are
     * of customers for whom nothing is refused.
     *
     * @param was what is to be given back, by customer
     * @param ended whether they were ended; otherwise begun
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, List<Was>> restore(Map<Long, List<Was>> was, boolean ended) {
        Map<Long, SubscriptionStatus> statuses = new HashMap<>();
        was.values().forEach(all -> all.forEach(each -> statuses.put(each.id(), SubscriptionStatus.of(each.status()))));
        List<Change> changes = new ArrayList<>();
        for (Subscription each : ofCustomers(was.keySet())) {
            SubscriptionStatus before = statuses.get(each.id());
            if (before != null && (each.status() == SubscriptionStatus.UNSUBSCRIBED) == ended) {
                changes.add(new Change(each, each.with(before)));
            }
        }
        return write(ended ? "begun" : "ended", changes);
    }

    private record Change(Subscription before, Subscription after) {}

    private Map<Long, List<Was>> write(String step, List<Change> changes) {
        Map<Long, List<Was>> was = new HashMap<>();
        if (changes.isEmpty()) {
            return was;
        }
        rows.setStatuses(changes.stream().map(Change::after).toList(), clock.instant());
        for (Change each : changes) {
            Subscription before = each.before();
            events.tell(before, each.after().status());
            consents.note(before, each.after().status());
            tell(before, each.after());
            audit.note(step, each.after());
            was.computeIfAbsent(Objects.requireNonNull(before.customerId()), id -> new ArrayList<>())
                    .add(new Was(before.id(), before.status().number()));
        }
        return was;
    }

    private void tell(Subscription before, Subscription after) {
        if (after.status() != SubscriptionStatus.UNSUBSCRIBED) {
            subscriptions.tell(after);
        } else if (before.status() == SubscriptionStatus.SUBSCRIBED) {
            mails.unsubscribed(before);
        }
    }

    private List<Subscription> ofCustomers(Collection<Long> ids) {
        return subscribers.ofCustomers(ids.stream().mapToLong(Long::longValue).toArray()).stream()
                .filter(each -> caller.get().maySee(each.websiteId()))
                .toList();
    }

    private StoreView view(HeldCustomer held) {
        return stores.findView(held.storeId()).orElseGet(() -> stores.defaultViewOf(held.websiteId()));
    }
}
