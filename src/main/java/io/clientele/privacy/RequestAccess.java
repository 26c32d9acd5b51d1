package io.clientele.privacy;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Which requests a caller knows of: a customer the own ones, whoever may manage requests those of the own websites, and nobody
 * else any.
 */
@ApplicationScoped
class RequestAccess {

    static final String MANAGE = "Clientele_Privacy::manage";

    private final CurrentCaller caller;

    @Inject
    RequestAccess(CurrentCaller caller) {
        this.caller = caller;
    }

    boolean isManager() {
        return isStaff() && caller.get().may(MANAGE);
    }

    /** Whether it is an administrator or an integration, whatever it may. */
    private boolean isStaff() {
        Caller.Type type = caller.get().type();
        return type == Caller.Type.ADMIN || type == Caller.Type.INTEGRATION;
    }

    /** @throws io.clientele.shared.Refusal for an administrator or integration who may not manage requests */
    void demandManagerOrPerson() {
        if (isStaff() && !isManager()) {
            throw Refusals.notAllowed(MANAGE);
        }
        caller.demandNobodyActsFor();
    }

    boolean sees(PrivacyRequest request) {
        Caller who = caller.get();
        if (who.isCustomer()) {
            return request.customerId() != null
                    && request.customerId() == who.id()
                    && who.onBehalfOf() == null
                    && !who.isDelegated();
        }
        return isManager() && who.maySee(request.websiteId());
    }

    /**
     * A file tells of what was done on every website on which the account counts.
     *
     * @throws io.clientele.shared.Refusal for whoever manages requests and may not see all of these
     */
    void demandAll(DataSubject subject) {
        if (isStaff() && !subject.websiteIds().stream().allMatch(caller.get()::maySee)) {
            throw Refusals.notAllowed(MANAGE);
        }
    }

    /** The same as a condition over {@code privacy_request r}. */
    SqlFragment visible() {
        Caller who = caller.get();
        if (who.isCustomer() && who.onBehalfOf() == null && !who.isDelegated()) {
            return SqlFragment.of("r.customer_id = ?", who.id());
        }
        if (!isManager()) {
            return SqlFragment.of("false");
        }
        Set<Integer> websites = who.websiteIds();
        return websites.isEmpty()
                ? SqlFragment.EMPTY
                : SqlFragment.of("r.website_id = any (?::integer[])", (Object)
                        websites.stream().map(String::valueOf).toArray(String[]::new));
    }
}
