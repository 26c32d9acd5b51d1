package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.CustomerBatches;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.HeldCustomer;
import io.clientele.customer.Restrictions;
import io.clientele.massaction.MassActionRepository.Done;
import io.clientele.massaction.MassActionRepository.Item;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.job.JobError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Does an action to some of those it is for, in the transaction in hand. Who is marked as done has it behind them. */
@ApplicationScoped
class MassActionStep {

    private final MassActionRepository actions;
    private final CustomerBatches batches;
    private final Restrictions restrictions;

    @Inject
    MassActionStep(MassActionRepository actions, CustomerBatches batches, Restrictions restrictions) {
        this.actions = actions;
        this.batches = batches;
        this.restrictions = restrictions;
    }

    /**
     * Does it.
     *
     * @param marks whether they are marked, since this transaction does not note how far the job is
     * @return who was passed over, now or when they were marked
     */
    List<JobError> take(MassAction action, BatchAction batch, List<Long> ids, boolean marks) {
        // Before the marks are read: whoever may be doing the same to them holds them until their marks are there.
        List<HeldCustomer> held = batches.hold(ids);
        List<JobError> errors = new ArrayList<>();
        Map<Long, Item> open = new LinkedHashMap<>();
        TreeSet<Long> missing = new TreeSet<>(ids);
        for (Item item : actions.items(action, ids)) {
            if (!item.done()) {
                open.put(item.customerId(), item);
                continue;
            }
            missing.remove(item.customerId());
            if (item.refusal() != null) {
                errors.add(item.refusal());
            }
        }
        Set<Long> kept = batch.usesData() ? restrictions.keptOnly(open.keySet()) : Set.of();
        Outcome outcome = take(
                batch,
                action,
                held.stream()
                        .filter(each -> open.containsKey(each.id()) && !kept.contains(each.id()))
                        .toList(),
                open.values());
        held.forEach(each -> missing.remove(each.id()));
        Map<Long, JobError> passedOver = new LinkedHashMap<>();
        missing.forEach(id -> passedOver.put(id, missing(id)));
        Map<Long, Refusal> refused = new TreeMap<>(outcome.refused());
        held.stream()
                .map(HeldCustomer::id)
                .filter(kept::contains)
                .forEach(id -> refused.put(id, CustomerRefusals.restricted(id)));
        refused.forEach((id, refusal) -> passedOver.put(id, JobError.of(id, null, refusal)));
        keep(action, open.keySet(), outcome, passedOver, marks);
        errors.addAll(passedOver.values());
        return errors;
    }

    private void keep(
            MassAction action, Set<Long> open, Outcome outcome, Map<Long, JobError> passedOver, boolean marks) {
        List<Done> all = open.stream()
                .filter(id -> marks || outcome.before().containsKey(id))
                .map(id -> new Done(id, outcome.before().get(id), marks ? passedOver.get(id) : null))
                .toList();
        if (!all.isEmpty()) {
            actions.keep(action.jobId(), all, marks);
        }
    }

    private static Outcome take(BatchAction batch, MassAction action, List<HeldCustomer> held, Collection<Item> open) {
        if (held.isEmpty()) {
            return Outcome.DONE;
        }
        if (action.undoOf() == null) {
            return batch.apply(held, action.params());
        }
        Map<Long, JsonNode> before = new HashMap<>();
        for (Item item : open) {
            if (item.before() != null) {
                before.put(item.customerId(), item.before());
            }
        }
        return batch.undo(
                held.stream().filter(each -> before.containsKey(each.id())).toList(), before, action.params());
    }

    static JobError missing(long id) {
        return JobError.of(id, null, Refusals.noSuchEntity("customerId", id));
    }
}
