package io.clientele.massaction;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.customer.CustomerService;
import io.clientele.shared.Refusals;
import io.clientele.shared.job.Job;
import io.clientele.shared.job.Jobs;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts what is to be done to many customers, and what takes it back. */
@ApplicationScoped
public class MassActionService {

    static final String RESOURCE = "Magento_Customer::manage";

    /** How many customers can be named; more are selected by criteria. */
    private static final int MOST_IDS = 100_000;

    private final MassActionRepository actions;
    private final BatchActions known;
    private final CustomerService customers;
    private final Jobs jobs;
    private final AuditLog audit;

    @Inject
    MassActionService(
            MassActionRepository actions, BatchActions known, CustomerService customers, Jobs jobs, AuditLog audit) {
        this.actions = actions;
        this.known = known;
        this.customers = customers;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Starts an action. Who is selected by criteria is found when the job begins.
     *
     * @return the job that carries it out
     * @throws io.clientele.shared.Refusal when there is no such action, it is not the caller's to take, something it needs is
     *     missing or wrong, or customers are selected in no way or in both
     */
    @Transactional
    public long start(@Nullable String name, ActionParams params, Selection selection) {
        if (name == null) {
            throw Refusals.required("name");
        }
        BatchAction action = known.demanded(name);
        action.check(params);
        check(selection);
        long job = jobs.submit(MassActionWork.KIND);
        actions.add(new MassAction(job, name, params, selection, null));
        note(
                "started",
                job,
                name,
                selection.ids() == null ? null : selection.ids().size());
        return job;
    }

    /**
     * Starts to take back what a job of the caller's has done.
     *
     * @return the job that does so
     * @throws io.clientele.shared.Refusal when there is no such job, it has not ended, cannot be taken back or was already
     */
    @Transactional
    public long undo(long jobId) {
        MassAction done = action(jobId);
        BatchAction action = known.demanded(done.name());
        if (!action.isUndoable() || done.undoOf() != null) {
            throw MassActionRefusals.cannotBeUndone();
        }
        if (!jobs.ofCaller(jobId).status().hasEnded()) {
            throw MassActionRefusals.notEnded();
        }
        long job = jobs.submit(MassActionWork.KIND);
        actions.add(new MassAction(job, done.name(), done.params(), null, jobId));
        note("undone", jobId, done.name(), null);
        return job;
    }

    /**
     * The job's id.
     *
     * @throws io.clientele.shared.Refusal when there is no such action of the caller's
     */
    public long known(long jobId) {
        return action(jobId).jobId();
    }

    /**
     * Who was changed by a job of the caller's and can be changed back.
     *
     * @throws io.clientele.shared.Refusal when there is no such job
     */
    public SearchResults<ChangedCustomer> changed(long jobId, SearchCriteria criteria) {
        action(jobId);
        return actions.changed(jobId, criteria);
    }

    private MassAction action(long jobId) {
        Job job = jobs.ofCaller(jobId);
        return actions.find(job.id()).orElseThrow(() -> Refusals.noSuchEntity("id", jobId));
    }

    private void check(Selection selection) {
        List<Long> ids = selection.ids();
        if ((ids == null) == (selection.criteria() == null)) {
            throw MassActionRefusals.selectOneWay();
        }
        if (ids == null) {
            customers.ids(selection.query());
        } else if (ids.size() > MOST_IDS) {
            throw Refusals.tooManyItems("id", MOST_IDS);
        }
    }

    private void note(String step, long job, String name, @Nullable Integer named) {
        audit.record(AuditDraft.of("mass_action." + step)
                .about("mass_action", job)
                .detail("name", name)
                .detail("customers", named));
    }
}
