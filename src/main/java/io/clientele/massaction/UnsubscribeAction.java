package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.HeldCustomer;
import io.clientele.newsletter.SubscriptionBatches;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ends the newsletter subscriptions of customers. */
@ApplicationScoped
class UnsubscribeAction implements BatchAction {

    private final SubscriptionBatches subscriptions;

    @Inject
    UnsubscribeAction(SubscriptionBatches subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "unsubscribe";
    }

    @Override
    public Set<String> resources() {
        return Set.of(SubscribeAction.RESOURCE);
    }

    @Override
    public boolean usesData() {
        return false;
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        return Outcome.changed(
                subscriptions.unsubscribe(held.stream().map(HeldCustomer::id).toList()));
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        Map<Long, Refusal> refused = new HashMap<>(
                subscriptions.refusals(held.stream().map(HeldCustomer::id).toList()));
        Outcome undone = SubscriptionUndo.of(
                held.stream().filter(each -> !refused.containsKey(each.id())).toList(),
                before,
                was -> subscriptions.restore(was, true));
        refused.putAll(undone.refused());
        return new Outcome(undone.before(), refused);
    }
}
