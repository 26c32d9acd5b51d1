package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.CustomerBatches;
import io.clientele.customer.HeldCustomer;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shuts the accounts of customers. */
@ApplicationScoped
class LockAction implements BatchAction {

    static final String RESOURCE = "Clientele_Customer::deactivate";

    private final CustomerBatches customers;

    @Inject
    LockAction(CustomerBatches customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "lock";
    }

    @Override
    public Set<String> resources() {
        return Set.of(RESOURCE);
    }

    @Override
    public boolean usesData() {
        return false;
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        Map<Long, Boolean> before = new HashMap<>();
        held.stream().filter(HeldCustomer::active).forEach(each -> before.put(each.id(), true));
        customers.deactivate(held);
        return Outcome.changed(before);
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        customers.reactivate(held);
        return new Outcome(Map.of(), changedSince(held, true));
    }

    /** Those who are so already are not any more as the action left them. */
    static Map<Long, Refusal> changedSince(List<HeldCustomer> held, boolean active) {
        Map<Long, Refusal> refused = new HashMap<>();
        held.stream()
                .filter(each -> each.active() == active)
                .forEach(each -> refused.put(each.id(), MassActionRefusals.changedSince()));
        return refused;
    }
}
