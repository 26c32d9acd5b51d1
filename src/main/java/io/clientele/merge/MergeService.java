package io.clientele.merge;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.customer.MergedField;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.shared.person.Person;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges two accounts, and shows what that would come to. */
@ApplicationScoped
public class MergeService {

    static final String RESOURCE = "Magento_Customer::manage";

    private final MergeWork work;
    private final MergeRepository merges;
    private final MergeVault vault;
    private final MergeEvents events;
    private final AuditLog audit;
    private final CurrentCaller caller;

    @Inject
    MergeService(
            MergeWork work,
            MergeRepository merges,
            MergeVault vault,
            MergeEvents events,
            AuditLog audit,
            CurrentCaller caller) {
        this.work = work;
        this.merges = merges;
        this.vault = vault;
        this.events = events;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What merging would come to. It is carried out and rolled back, so that nothing is written and nothing is guessed.
     *
     * @throws io.clientele.shared.Refusal as {@link #merge}
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public MergePreview preview(MergeRequest request) {
        MergePreview outcome = work.carryOut(request).outcome();
        QuarkusTransaction.setRollbackOnly();
        return outcome;
    }

    /**
     * Merges one account into another.
     *
     * @throws io.clientele.shared.Refusal when one of them is not there, not the caller's to see, or merged already; when they
     *     are the same, or of different websites that do not share accounts; when a choice makes no sense; when it would not
     *     come to what the version named says
     */
    @Transactional
    public CompletedMerge merge(MergeRequest request) {
        MergeWork.Done done = work.carryOut(request);
        if (request.version() != null
                && !request.version().equals(done.outcome().version())) {
            throw Refusals.changedMeanwhile();
        }
        MergePair pair =
                new MergePair(done.stays().id(), done.goes().id(), done.stays().websiteId());
        boolean undoable = done.undoableUntil().isAfter(done.at());
        long id = merges.add(pair, done.at(), done.undoableUntil(), undoable ? vault.close(pair, done.memory()) : null);
        Merge merge = merges.find(id).orElseThrow();
        events.tell(MergeEvents.MERGED, merge);
        note(done, id);
        return new CompletedMerge(merge, done.outcome());
    }

    private void note(MergeWork.Done done, long id) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        for (MergedField field : done.outcome().fields()) {
            put(before, field.name(), field.survivor());
            put(after, field.name(), field.value());
        }
        audit.record(AuditDraft.of("customer.merged")
                .about("customer", done.stays().id())
                .website(done.stays().websiteId())
                .person(Person.customer(done.stays().id()))
                .named(done.stays().email())
                .change(before, after)
                .detail("merged_id", done.goes().id())
                .detail("merge_id", id));
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /**
     * The merge.
     *
     * @throws io.clientele.shared.Refusal when there is none, or it is not the caller's to see
     */
    public Merge get(long id) {
        return merges.find(id)
                .filter(merge -> caller.get().maySee(merge.websiteId()))
                .orElseThrow(() -> MergeRefusals.missing(id));
    }

    /** A page of merges. */
    public SearchResults<Merge> search(SearchCriteria criteria) {
        return merges.page(criteria, caller.get().websiteIds());
    }
}
