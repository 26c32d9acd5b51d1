package io.clientele.massaction;

import io.clientele.customer.CustomerBatches;
import io.clientele.customer.HeldCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Deletes customers. */
@ApplicationScoped
class DeleteAction implements BatchAction {

    private final CustomerBatches customers;

    @Inject
    DeleteAction(CustomerBatches customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public Set<String> resources() {
        return Set.of("Magento_Customer::delete");
    }

    @Override
    public boolean leavesThem() {
        return false;
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        customers.delete(held);
        return Outcome.DONE;
    }
}
