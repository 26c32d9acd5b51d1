package io.clientele.newsletter;

import io.clientele.customer.Restrictions;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the newsletter from customers who want no marketing. Only the person begins it again, which takes an objection back; a
 * restriction of all other use goes on.
 */
@ApplicationScoped
class MarketingWishes {

    private final Restrictions restrictions;
    private final List<ObjectionParticipant> participants;
    private final CurrentCaller caller;

    @Inject
    MarketingWishes(Restrictions restrictions, @All List<ObjectionParticipant> participants, CurrentCaller caller) {
        this.restrictions = restrictions;
        this.participants = List.copyOf(participants);
        this.caller = caller;
    }

    boolean isUnwanted(long customerId) {
        return !restrictions.withoutMarketing(List.of(customerId)).isEmpty();
    }

    /** Why the newsletter cannot begin for some of the customers, by customer. */
    Map<Long, Refusal> refusals(Collection<Long> customerIds) {
        Map<Long, Refusal> refused = new HashMap<>();
        restrictions.withoutMarketing(customerIds).forEach(id -> refused.put(id, NewsletterRefusals.unwanted(id)));
        return refused;
    }

    /**
     * The caller wants the customer to get the newsletter.
     *
     * @throws Refusal when the customer wants no marketing, and it is not the customer who says so
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(long customerId) {
        if (!isUnwanted(customerId)) {
            return;
        }
        Caller who = caller.get();
        if (!who.isCustomer() || who.id() != customerId || who.onBehalfOf() != null || who.isDelegated()) {
            throw NewsletterRefusals.unwanted(customerId);
        }
        confirmed(customerId);
    }

    /** The person has shown to want the newsletter. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirmed(long customerId) {
        if (restrictions.isObjecting(customerId)) {
            participants.forEach(each -> each.withdrawn(customerId));
        }
    }
}
