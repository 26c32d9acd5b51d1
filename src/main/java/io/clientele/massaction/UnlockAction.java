package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.CustomerBatches;
import io.clientele.customer.HeldCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens the accounts of customers, and lifts the locks that wrong passwords have brought about. */
@ApplicationScoped
class UnlockAction implements BatchAction {

    private final CustomerBatches customers;

    @Inject
    UnlockAction(CustomerBatches customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public Set<String> resources() {
        return Set.of(LockAction.RESOURCE, "Clientele_Customer::unlock");
    }

    @Override
    public boolean usesData() {
        return false;
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        Map<Long, Boolean> before = new HashMap<>();
        held.stream().filter(each -> !each.active()).forEach(each -> before.put(each.id(), false));
        customers.reactivate(held);
        customers.unlock(held);
        return Outcome.changed(before);
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    /** The accounts are shut again; locks that wrong passwords brought about are not laid again. */
    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        customers.deactivate(held);
        return new Outcome(Map.of(), LockAction.changedSince(held, false));
    }
}
