package io.clientele.massaction;

import io.clientele.customer.CustomerBatches;
import io.clientele.customer.HeldCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Makes customers sign in again everywhere. */
@ApplicationScoped
class RevokeAction implements BatchAction {

    private final CustomerBatches customers;

    @Inject
    RevokeAction(CustomerBatches customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "revoke";
    }

    @Override
    public Set<String> resources() {
        return Set.of("Magento_Customer::invalidate_tokens");
    }

    @Override
    public boolean usesData() {
        return false;
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        customers.revokeTokens(held);
        return Outcome.DONE;
    }
}
