package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.CustomerBatches;
import io.clientele.customer.HeldCustomer;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Moves customers to a group. */
@ApplicationScoped
class GroupAction implements BatchAction {

    private final CustomerBatches customers;

    @Inject
    GroupAction(CustomerBatches customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "group";
    }

    @Override
    public Set<String> resources() {
        return Set.of();
    }

    @Override
    public void check(ActionParams params) {
        if (params.groupId() == null) {
            throw Refusals.required("group_id");
        }
        customers.checkGroup(params.groupId());
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        int group = Objects.requireNonNull(params.groupId());
        Map<Long, Integer> moves = new HashMap<>();
        Map<Long, Integer> before = new HashMap<>();
        for (HeldCustomer each : held) {
            if (each.groupId() != group) {
                moves.put(each.id(), group);
                before.put(each.id(), each.groupId());
            }
        }
        customers.move(held, moves);
        return Outcome.changed(before);
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        int group = Objects.requireNonNull(params.groupId());
        Map<Long, Integer> moves = new HashMap<>();
        Map<Long, Refusal> refused = new HashMap<>();
        for (HeldCustomer each : held) {
            if (each.groupId() == group) {
                moves.put(
                        each.id(), Objects.requireNonNull(before.get(each.id())).asInt());
            } else {
                refused.put(each.id(), MassActionRefusals.changedSince());
            }
        }
        customers.move(held, moves);
        return new Outcome(Map.of(), refused);
    }
}
