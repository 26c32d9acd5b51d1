package io.clientele.newsletter;

import io.clientele.shared.person.DataSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ends the subscriptions of somebody who wants no marketing any more: of the account, and of the address without it. */
@ApplicationScoped
public class EndedSubscriptions {

    private final NewsletterRepository rows;
    private final Subscriptions subscriptions;
    private final NewsletterAudit audit;

    @Inject
    EndedSubscriptions(NewsletterRepository rows, Subscriptions subscriptions, NewsletterAudit audit) {
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(DataSubject subject) {
        List<Subscription> all = new ArrayList<>(rows.all(subject.account()));
        all.addAll(rows.ofGuests(Set.copyOf(subject.websiteIds()), subject.emailKey()));
        for (Subscription each : all) {
            if (each.status() != SubscriptionStatus.UNSUBSCRIBED) {
                subscriptions.end(each);
                audit.note("ended", each);
            }
        }
    }
}
