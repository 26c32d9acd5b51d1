package io.clientele.massaction;

import io.clientele.customer.CustomerService;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.job.JobError;
import io.clientele.shared.job.JobPart;
import io.clientele.shared.job.JobWork;
import io.clientele.shared.job.RunningJob;
import io.clientele.shared.job.SideParts;
import io.clientele.shared.sql.LongStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries actions out: first it notes whom they are done to, then it takes them in the order of their ids, two halves of a part
 * at a time. The position is the last one that was taken, so that nobody is taken twice.
 */
@ApplicationScoped
class MassActionWork implements JobWork {

    static final String KIND = "customer_mass_action";

    private static final Duration SELECTING = Duration.ofSeconds(50);
    private static final String DOING = "Customers are taken in order.";

    /** Large enough to take long beside a transaction's own cost, small enough to hold nobody's account for long. */
    private static final int MOST = 1_000;

    private static final int FEWEST_OF_TWO = 200;

    private final MassActionRepository actions;
    private final BatchActions known;
    private final MassActionStep steps;
    private final SideParts sides;
    private final CustomerService customers;
    private final LongStatements longStatements;

    @Inject
    MassActionWork(
            MassActionRepository actions,
            BatchActions known,
            MassActionStep steps,
            SideParts sides,
            CustomerService customers,
            LongStatements longStatements) {
        this.actions = actions;
        this.known = known;
        this.steps = steps;
        this.sides = sides;
        this.customers = customers;
        this.longStatements = longStatements;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return MOST;
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
        boolean halves = job.most() == most() && batch.leavesThem() && sides.areOffered();
        List<Long> ids =
                actions.next(action.jobId(), Long.parseLong(job.position()), halves ? 2 * job.most() : job.most());
        if (ids.isEmpty()) {
            return JobPart.last(job.position(), job.done(), job.total(), null, List.of());
        }
        return halves && ids.size() >= FEWEST_OF_TWO
                ? inHalves(job, action, batch, ids)
                : after(job, ids, steps.take(action, batch, ids, false));
    }

    /** When the half beside this one fails, the next part begins with it. */
    private JobPart inHalves(RunningJob job, MassAction action, BatchAction batch, List<Long> ids) {
        List<Long> own = ids.subList(0, ids.size() / 2);
        List<Long> other = ids.subList(own.size(), ids.size());
        SideParts.Side<List<JobError>> side = sides.begin(() -> steps.take(action, batch, other, true));
        List<JobError> errors = new ArrayList<>();
        Optional<List<JobError>> beside;
        try {
            errors.addAll(steps.take(action, batch, own, false));
        } finally {
            beside = side.end();
        }
        beside.ifPresent(errors::addAll);
        return after(job, beside.isPresent() ? ids : own, errors);
    }

    private static JobPart after(RunningJob job, List<Long> ids, List<JobError> errors) {
        return JobPart.more(Long.toString(ids.getLast()), job.done() + ids.size(), job.total(), DOING, errors);
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
                errors.add(MassActionStep.missing(id));
            }
        }
        return errors;
    }

    private static JobPart begun(int found, List<JobError> errors) {
        return JobPart.more("0", errors.size(), (long) found + errors.size(), DOING, errors);
    }

    @Override
    public JobPart skip(RunningJob job, Refusal failure) {
        MassAction action = actions.find(job.id()).orElseThrow();
        List<Long> one =
                job.position().isEmpty() ? List.of() : actions.next(action.jobId(), Long.parseLong(job.position()), 1);
        if (one.isEmpty()) {
            return JobPart.failed(job, failure.rendered(), List.of());
        }
        return after(job, one, List.of(JobError.of(one.getFirst(), null, failure)));
    }
}
