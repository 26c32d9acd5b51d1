package io.clientele.merge;

import io.clientele.customer.AccountMerges;
import io.clientele.customer.Customer;
import io.clientele.customer.MergedAccount;
import io.clientele.customer.MergedField;
import io.clientele.shared.Version;
import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import io.clientele.store.Settings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one account of two in the transaction in hand, which a preview rolls back: so both come to the same. */
@ApplicationScoped
class MergeWork {

    private final AccountMerges accounts;
    private final MergingRepository rows;
    private final List<MergeParticipant> participants;
    private final Settings settings;
    private final Clock clock;

    @Inject
    MergeWork(
            AccountMerges accounts,
            MergingRepository rows,
            @All List<MergeParticipant> participants,
            Settings settings,
            Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.participants = participants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param stays the account that stays, as it was
     * @param goes the other, as it was
     */
    record Done(
            Customer stays,
            Customer goes,
            MergePreview outcome,
            MergeMemory memory,
            Instant at,
            Instant undoableUntil) {}

    /**
     * What a version is made of: the accounts as they were, and what becomes of them. What passes by itself, such as tokens and
     * memberships, is no part of it.
     */
    private record Compared(Customer stays, Customer goes, List<MergedField> fields, List<MergedPart> parts) {}

    /** @throws io.clientele.shared.Refusal when they cannot be merged */
    @Transactional(Transactional.TxType.MANDATORY)
    Done carryOut(MergeRequest request) {
        AccountMerges.Pair pair = accounts.hold(request.survivorId(), request.mergedId());
        Customer stays = pair.stays();
        Customer goes = pair.goes();
        Instant now = clock.instant();
        Instant until =
                now.plus(Duration.ofDays(Math.max(0, settings.number(MergeSettings.UNDO_DAYS, stays.websiteId()))));
        List<MergedField> fields = accounts.decide(pair, request.choices());
        MergedAccount account = accounts.takeOver(pair, fields, until);
        MergePair ids = new MergePair(stays.id(), goes.id(), stays.websiteId());
        List<RowMemory> taken = new ArrayList<>();
        List<RowMemory> lasting = new ArrayList<>();
        for (MergeParticipant participant : participants) {
            for (MergeRule rule : participant.rules()) {
                RowMemory memory = rows.take(rule, ids);
                if (!memory.isEmpty()) {
                    taken.add(memory);
                    if (!rule.isPassing()) {
                        lasting.add(memory);
                    }
                }
            }
        }
        accounts.remove(pair);
        participants.forEach(each -> each.settle(List.of(stays.id())));
        List<MergedPart> parts = parts(taken);
        String version = Version.of(new Compared(stays, goes, fields, parts(lasting)));
        return new Done(
                stays,
                goes,
                new MergePreview(stays.id(), goes.id(), version, fields, parts),
                new MergeMemory(account, taken),
                now,
                until);
    }

    private static List<MergedPart> parts(List<RowMemory> taken) {
        // In the order of their names, whichever feature comes first here.
        Map<String, MergedPart> parts = new TreeMap<>();
        for (RowMemory each : taken) {
            parts.merge(
                    each.part(),
                    part(each),
                    (one, other) -> new MergedPart(
                            one.name(),
                            one.moved() + other.moved(),
                            one.changed() + other.changed(),
                            one.kept() + other.kept(),
                            one.ended() + other.ended()));
        }
        return List.copyOf(parts.values());
    }

    private static MergedPart part(RowMemory memory) {
        int came = (int)
                memory.changed().stream().filter(RowMemory.ChangedRow::moved).count();
        return new MergedPart(
                memory.part(),
                memory.moved().size() + came,
                memory.changed().size() - came,
                memory.kept().size(),
                memory.ended());
    }
}
