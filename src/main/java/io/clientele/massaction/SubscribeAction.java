package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.HeldCustomer;
import io.clientele.newsletter.SubscriptionBatches;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Subscribes customers to the newsletter of their websites. */
@ApplicationScoped
class SubscribeAction implements BatchAction {

    static final String RESOURCE = "Magento_Newsletter::subscriber";

    private final SubscriptionBatches subscriptions;

    @Inject
    SubscribeAction(SubscriptionBatches subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "subscribe";
    }

    @Override
    public Set<String> resources() {
        return Set.of(RESOURCE);
    }

    @Override
    public Outcome apply(List<HeldCustomer> held, ActionParams params) {
        List<HeldCustomer> offered = new ArrayList<>();
        Map<Long, Refusal> refused = new HashMap<>(
                subscriptions.refusals(held.stream().map(HeldCustomer::id).toList()));
        for (HeldCustomer each : held) {
            if (refused.containsKey(each.id())) {
                continue;
            }
            if (subscriptions.isOffered(each)) {
                offered.add(each);
            } else {
                refused.put(each.id(), MassActionRefusals.noNewsletter());
            }
        }
        return new Outcome(offered.isEmpty() ? Map.of() : subscriptions.subscribe(offered), refused);
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    @Override
    public Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        return SubscriptionUndo.of(held, before, was -> subscriptions.restore(was, false));
    }
}
