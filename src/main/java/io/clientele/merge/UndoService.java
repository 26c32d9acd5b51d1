package io.clientele.merge;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.customer.AccountRestoration;
import io.clientele.customer.Customer;
import io.clientele.customer.MergedCustomers;
import io.clientele.merge.LeftBehind.Reason;
import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import io.clientele.shared.person.Person;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Undoes merges within their time: the account is back as it was, with what was its own and nobody has changed since. */
@ApplicationScoped
public class UndoService {

    private static final String ACCOUNT = "account";

    private final MergeService merges;
    private final MergeRepository repository;
    private final MergeVault vault;
    private final AccountRestoration accounts;
    private final MergedCustomers merged;
    private final GivingBackRepository rows;
    private final List<MergeParticipant> participants;
    private final MergeEvents events;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    UndoService(
            MergeService merges,
            MergeRepository repository,
            MergeVault vault,
            AccountRestoration accounts,
            MergedCustomers merged,
            GivingBackRepository rows,
            @All List<MergeParticipant> participants,
            MergeEvents events,
            AuditLog audit,
            Clock clock) {
        this.merges = merges;
        this.repository = repository;
        this.vault = vault;
        this.accounts = accounts;
        this.merged = merged;
        this.rows = rows;
        this.participants = participants;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Undoes the merge.
     *
     * @throws io.clientele.shared.Refusal when there is none for the caller, it was undone, its time is over, what it takes was
     *     erased, the account that stayed was merged itself since, or somebody else has the address by now
     */
    @Transactional
    public UndoneMerge undo(long id) {
        Merge known = merges.get(id);
        if (!accounts.hold(known.survivorId())) {
            throw gone(known);
        }
        Merge merge = repository.lock(id).orElseThrow(() -> MergeRefusals.missing(id));
        MergePair pair = new MergePair(merge.survivorId(), merge.mergedId(), merge.websiteId());
        MergeMemory memory = memory(merge, pair);
        List<LeftBehind> left = new ArrayList<>();
        AccountRestoration.Restored restored = accounts.restore(pair.stays(), pair.goes(), memory.account());
        restored.changed().forEach(field -> left.add(new LeftBehind(ACCOUNT, field, Reason.CHANGED)));
        restored.gone().forEach(field -> left.add(new LeftBehind(ACCOUNT, field, Reason.GONE)));
        memory.rows().forEach(each -> rule(each).ifPresent(rule -> left.addAll(rows.giveBack(rule, each, pair))));
        if (!accounts.giveFilesBack(pair.stays(), pair.goes(), memory.account())) {
            left.add(new LeftBehind(ACCOUNT, "files", Reason.GONE));
        }
        participants.forEach(each -> each.settle(List.of(pair.stays(), pair.goes())));
        repository.noteUndone(id, clock.instant());
        Merge undone = repository.find(id).orElseThrow();
        events.tell(MergeEvents.UNMERGED, undone);
        note(restored.stays(), undone, left.size());
        return new UndoneMerge(undone, left);
    }

    private RuntimeException gone(Merge merge) {
        return merged.survivor(merge.survivorId())
                .map(Customer::id)
                .map(into -> (RuntimeException) MergeRefusals.mergedSince(merge.survivorId(), into))
                .orElseGet(() -> MergeRefusals.missing(merge.id()));
    }

    private MergeMemory memory(Merge merge, MergePair pair) {
        if (merge.undoneAt() != null) {
            throw MergeRefusals.undoneAlready();
        }
        Instant until = merge.undoableUntil();
        if (!clock.instant().isBefore(until)) {
            throw MergeRefusals.tooLate(until);
        }
        return repository
                .memory(merge.id())
                .flatMap(closed -> vault.open(pair, closed))
                .orElseThrow(MergeRefusals::forgotten);
    }

    /** The rule by which it was done; empty for a table that there is no more. */
    private Optional<MergeRule> rule(RowMemory memory) {
        return participants.stream()
                .flatMap(each -> each.rules().stream())
                .filter(rule -> rule.table().equals(memory.table())
                        && rule.part().equals(memory.part())
                        && rule.fate() == memory.fate())
                .findFirst();
    }

    private void note(Customer stays, Merge merge, int left) {
        audit.record(AuditDraft.of("customer.unmerged")
                .about("customer", stays.id())
                .website(stays.websiteId())
                .person(Person.customer(stays.id()))
                .named(stays.email())
                .detail("merged_id", merge.mergedId())
                .detail("merge_id", merge.id())
                .detail("left", left));
    }
}
