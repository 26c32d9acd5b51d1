package io.clientele.movein;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.clientele.transfer.FileImports;
import io.clientele.transfer.FileImports.Source;
import io.clientele.transfer.ImportParticipant;
import io.clientele.transfer.Translation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the files of a shop be taken over one behind the other: each begins in the transaction in which the one before it ends, so
 * that whatever is killed, any instance goes on.
 */
@ApplicationScoped
class MoveInService implements ImportParticipant {

    static final String RESOURCE = "Magento_ImportExport::import";

    /** Large files take their time to be put into the database; each statement has its own limit. */
    private static final int LIMIT_SECONDS = 3_600;

    private static final String AUDITED = "move_in";

    private final MoveInRepository moves;
    private final HereRepository here;
    private final FileImports imports;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    MoveInService(
            MoveInRepository moves,
            HereRepository here,
            FileImports imports,
            AuditLog audit,
            CurrentCaller caller,
            Clock clock) {
        this.moves = moves;
        this.here = here;
        this.imports = imports;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The id of the move with these files that has not ended. */
    Optional<Long> open(String fingerprint) {
        return moves.open(fingerprint);
    }

    /**
     * Keeps the files and lets the first of them be taken over.
     *
     * @param rows how many each file has, in their order
     * @return the id; of the move that has these files and has not ended, if somebody has begun it meanwhile
     */
    long begin(String fingerprint, Map<Source, Long> rows, Translation translation) {
        return QuarkusTransaction.requiringNew()
                .timeout(LIMIT_SECONDS)
                .call(() -> moves.add(fingerprint, clock.instant())
                        .map(id -> keep(id, rows, translation))
                        .or(() -> moves.open(fingerprint))
                        .orElseThrow(MoveInRefusals::nothing));
    }

    private long keep(long id, Map<Source, Long> rows, Translation translation) {
        int number = 0;
        long first = 0;
        for (Map.Entry<Source, Long> file : rows.entrySet()) {
            long kept = imports.keep(file.getKey(), translation, file.getValue());
            moves.addStep(id, number, kept);
            first = number == 0 ? kept : first;
            number++;
        }
        imports.start(first);
        audit.record(AuditDraft.of("move_in.begun").about(AUDITED, id).detail("files", number));
        return id;
    }

    @Override
    public void ended(long importId, boolean done) {
        moves.withImport(importId).ifPresent(move -> {
            List<Long> after = move.imports()
                    .subList(
                            move.imports().indexOf(importId) + 1, move.imports().size());
            if (done && !after.isEmpty()) {
                imports.start(after.getFirst());
            } else {
                after.forEach(imports::drop);
                end(move.id(), done ? MoveIn.DONE : MoveIn.FAILED);
            }
        });
    }

    private void end(long id, String status) {
        moves.end(id, status, here.count(), clock.instant());
        audit.record(AuditDraft.of("move_in.ended").about(AUDITED, id).detail("status", status));
    }

    /** @throws io.clientele.shared.Refusal when there is none, or the caller is limited to some websites */
    MoveIn get(long id) {
        caller.demandAllWebsites(RESOURCE);
        return moves.find(id).map(this::shown).orElseThrow(() -> MoveInRefusals.unknown(id));
    }

    /** @throws io.clientele.shared.Refusal when the caller is limited to some websites */
    SearchResults<MoveIn> search(SearchCriteria criteria) {
        caller.demandAllWebsites(RESOURCE);
        return moves.search(criteria).map(this::shown);
    }

    private MoveIn shown(MoveInRepository.Stored move) {
        return new MoveIn(
                move.id(),
                move.status(),
                move.imports().stream()
                        .map(id -> new MoveIn.File(id, imports.state(id)))
                        .toList(),
                move.here() == null ? List.of() : move.here(),
                move.createdAt(),
                move.finishedAt());
    }
}
