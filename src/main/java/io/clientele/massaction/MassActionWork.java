package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.CustomerBatches;
import io.clientele.customer.CustomerService;
import io.clientele.customer.HeldCustomer;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.job.JobError;
import io.clientele.shared.job.JobPart;
import io.clientele.shared.job.JobWork;
import io.clientele.shared.job.RunningJob;
import io.clientele.shared.sql.LongStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries actions out: first it notes whom they are done to, then it takes them in the order of their ids. The position is
 * the last one that was taken, so that nobody is taken twice.
 */
@ApplicationScoped
class MassActionWork implements JobWork {

    static final String KIND = "customer_mass_action";

    private static final Duration SELECTING = Duration.ofSeconds(50);
    private static final String DOING = "Customers are taken in order.";

    private final MassActionRepository actions;
    private final BatchActions known;
    private final CustomerBatches batches;
    private final CustomerService customers;
    private final LongStatements longStatements;

    @Inject
    MassActionWork(
            MassActionRepository actions,
            BatchActions known,
            CustomerBatches batches,
            CustomerService customers,
            LongStatements longStatements) {
        this.actions = actions;
        this.known = known;
        this.batches = batches;
        this.customers = customers;
        this.longStatements = longStatements;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobPart advance(RunningJob job) {
        MassAction action = actions.find(job.id()).orElseThrow();
        BatchAction batch = known.find(action.name());
        // Rights may be lost while it goes on.
        Optional<String> missing = known.missing(batch);
        if (missing.isPresent()) {
            return JobPart.failed(job, Refusals.notAllowed(missing.get()).rendered(), List.of());
        }
        if (job.position().isEmpty()) {
            return longStatements.within(SELECTING, () -> collect(action));
        }
        List<MassActionRepository.Item> items = actions.next(action, Long.parseLong(job.position()), job.most());
        if (items.isEmpty()) {
            return JobPart.last(job.position(), job.done(), job.total(), null, List.of());
        }
        Set<Long> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.customerId()));
        List<HeldCustomer> held = batches.hold(ids);
        Outcome outcome = take(batch, action, held, items);
        if (!outcome.before().isEmpty()) {
            actions.keep(action.jobId(), outcome.before());
        }
        held.forEach(each -> ids.remove(each.id()));
        List<JobError> errors = new ArrayList<>();
        ids.stream().sorted().forEach(id -> errors.add(missing(id)));
        new TreeMap<>(outcome.refused()).forEach((id, refusal) -> errors.add(JobError.of(id, null, refusal)));
        return JobPart.more(
                Long.toString(items.getLast().customerId()), job.done() + items.size(), job.total(), DOING, errors);
    }

    private static Outcome take(
            BatchAction batch, MassAction action, List<HeldCustomer> held, List<MassActionRepository.Item> items) {
        if (held.isEmpty()) {
            return Outcome.DONE;
        }
        if (action.undoOf() == null) {
            return batch.apply(held, action.params());
        }
        Map<Long, JsonNode> before = new HashMap<>();
        items.stream()
                .filter(item -> item.before() != null)
                .forEach(item -> before.put(item.customerId(), item.before()));
        return batch.undo(
                held.stream().filter(each -> before.containsKey(each.id())).toList(), before, action.params());
    }

    private JobPart collect(MassAction action) {
        Selection selection = action.selection();
        if (selection == null || action.undoOf() != null) {
            long undone = action.undoOf() == null ? 0 : action.undoOf();
            return begun(actions.collectUndone(action.jobId(), undone), List.of());
        }
        List<Long> ids = selection.ids();
        if (ids == null) {
            return begun(actions.collect(action.jobId(), customers.ids(selection.query())), List.of());
        }
        long[] named =
                ids.stream().mapToLong(Long::longValue).distinct().sorted().toArray();
        int found = actions.collect(
                action.jobId(), SqlFragment.of("select c.id from customer c where c.id = any (?)", (Object) named));
        return begun(found, found == named.length ? List.of() : unknown(action, named));
    }

    private List<JobError> unknown(MassAction action, long[] named) {
        Set<Long> there = actions.collected(action.jobId());
        List<JobError> errors = new ArrayList<>();
        for (long id : named) {
            if (!there.contains(id)) {
                errors.add(missing(id));
            }
        }
        return errors;
    }

    private static JobPart begun(int found, List<JobError> errors) {
        return JobPart.more("0", errors.size(), (long) found + errors.size(), DOING, errors);
    }

    private static JobError missing(long id) {
        return JobError.of(id, null, Refusals.noSuchEntity("customerId", id));
    }

    @Override
    public JobPart skip(RunningJob job, Refusal failure) {
        MassAction action = actions.find(job.id()).orElseThrow();
        List<MassActionRepository.Item> one =
                job.position().isEmpty() ? List.of() : actions.next(action, Long.parseLong(job.position()), 1);
        if (one.isEmpty()) {
            return JobPart.failed(job, failure.rendered(), List.of());
        }
        long id = one.getFirst().customerId();
        return JobPart.more(
                Long.toString(id), job.done() + 1, job.total(), DOING, List.of(JobError.of(id, null, failure)));
    }
}
