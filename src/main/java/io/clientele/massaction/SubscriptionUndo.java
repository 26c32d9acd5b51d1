package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.HeldCustomer;
import io.clientele.newsletter.SubscriptionBatches.Was;
import io.clientele.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Reads what subscriptions were like before they were begun or ended together. */
final class SubscriptionUndo {

    private SubscriptionUndo() {}

    /** @param restore gives back what it can, and answers whose that was */
    static Outcome of(
            List<HeldCustomer> held, Map<Long, JsonNode> before, UnaryOperator<Map<Long, List<Was>>> restore) {
        Map<Long, List<Was>> was = new HashMap<>();
        for (HeldCustomer each : held) {
            List<Was> all = new ArrayList<>();
            Objects.requireNonNull(before.get(each.id()))
                    .forEach(kept -> all.add(
                            new Was(kept.get("id").asLong(), kept.get("status").asInt())));
            was.put(each.id(), all);
        }
        Map<Long, List<Was>> restored = restore.apply(was);
        Map<Long, Refusal> refused = new HashMap<>();
        was.keySet().stream()
                .filter(id -> !restored.containsKey(id))
                .forEach(id -> refused.put(id, MassActionRefusals.changedSince()));
        return new Outcome(Map.of(), refused);
    }
}
