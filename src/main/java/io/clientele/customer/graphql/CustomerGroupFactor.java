package io.clientele.customer.graphql;

import io.clientele.group.CallerGroup;
import io.clientele.group.Group;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.graphql.CacheIdFactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers differ by the caller's group, and by whether somebody is signed in at all. */
@ApplicationScoped
class CustomerGroupFactor implements CacheIdFactor {

    private final CurrentCaller caller;
    private final CallerGroup groups;

    @Inject
    CustomerGroupFactor(CurrentCaller caller, CallerGroup groups) {
        this.caller = caller;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "customer_group";
    }

    @Override
    public String value() {
        return caller.get().isCustomer() ? "in " + groups.groupOf(caller.get().id()) : "out " + Group.NOT_LOGGED_IN;
    }
}
