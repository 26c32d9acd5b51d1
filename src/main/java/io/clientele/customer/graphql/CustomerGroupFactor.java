package io.clientele.customer.graphql;

import io.clientele.customer.CallerTaxes;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.graphql.CacheIdFactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.TreeMap;

/** Answers differ by whether somebody is signed in at all, by the caller's group, and by how the caller is taxed. */
@ApplicationScoped
class CustomerGroupFactor implements CacheIdFactor {

    private final CurrentCaller caller;
    private final CallerTaxes taxes;

    @Inject
    CustomerGroupFactor(CurrentCaller caller, CallerTaxes taxes) {
        this.caller = caller;
        this.taxes = taxes;
    }

    @Override
    public String name() {
        return "customer_group";
    }

    @Override
    public String value() {
        CallerTaxes.Taxes now = taxes.ofCaller();
        return (caller.get().isCustomer() ? "in " : "out ") + now.groupId() + " " + new TreeMap<>(now.percents());
    }
}
