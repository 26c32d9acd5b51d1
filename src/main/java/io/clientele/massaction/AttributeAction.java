package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.clientele.customer.AttributeBatch;
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

/** Gives customers a value of one of the merchant's attributes. */
@ApplicationScoped
class AttributeAction implements BatchAction {

    private static final String WAS = "was";
    private static final String IS = "is";

    private final AttributeBatch attributes;

    @Inject
    AttributeAction(AttributeBatch attributes) {
        this.attributes = attributes;
    }

    @Override
    public String name() {
        return "attribute";
    }

    @Override
    public Set<String> resources() {
        return Set.of();
    }

    @Override
    public void check(ActionParams params) {
        if (params.attributeCode() == null) {
            throw Refusals.required("attribute_code");
        }
        attributes.check(params.attributeCode());
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        String code = Objects.requireNonNull(params.attributeCode());
        JsonNode value = params.value() == null ? NullNode.getInstance() : params.value();
        Map<Long, JsonNode> given = new HashMap<>();
        held.forEach(each -> given.put(each.id(), value));
        AttributeBatch.Given done = attributes.give(held, code, given);
        Map<Long, Map<String, JsonNode>> before = new HashMap<>();
        for (HeldCustomer each : held) {
            String column = done.columns().get(each.id());
            if (column != null) {
                before.put(
                        each.id(),
                        Map.of(
                                WAS, attributes.value(each.attributes(), code),
                                IS, attributes.value(column, code)));
            }
        }
        return new Outcome(before, done.refused());
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        String code = Objects.requireNonNull(params.attributeCode());
        Map<Long, JsonNode> given = new HashMap<>();
        Map<Long, Refusal> refused = new HashMap<>();
        for (HeldCustomer each : held) {
            JsonNode kept = Objects.requireNonNull(before.get(each.id()));
            if (attributes.value(each.attributes(), code).equals(kept.get(IS))) {
                given.put(each.id(), kept.get(WAS));
            } else {
                refused.put(each.id(), MassActionRefusals.changedSince());
            }
        }
        refused.putAll(attributes.give(held, code, given).refused());
        return new Outcome(Map.of(), refused);
    }
}
