package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.RecordReader;
import io.clientele.shared.load.LoadResult;
import io.clientele.shared.sql.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Takes facts in, some hundreds in a transaction: one that is refused spoils no other. */
@ApplicationScoped
class FactLoad {

    /** The most facts of a transaction. */
    private static final int PART = 250;

    /** The most bytes of them, so that memory and statements stay small. */
    private static final int PART_BYTES = 1 << 20;

    /** How often a part is begun again that others have outrun. */
    private static final int TRIES = 5;

    private final FactReader reader;
    private final AuditLog audit;

    @Inject
    FactLoad(FactReader reader, AuditLog audit) {
        this.reader = reader;
        this.audit = audit;
    }

    /** @throws Refusal when nothing of the body can be read */
    <D extends Record> LoadResult load(FactStream body, FactWriter<D> writer) {
        Run<D> run = new Run<>(writer);
        try {
            reader.read(body, writer.name(), run);
        } catch (RuntimeException e) {
            run.cutShort(audit, e);
            throw e;
        }
        return run.ended(audit);
    }

    /** The same for facts that come from within. */
    <D extends Record> LoadResult load(List<D> drafts, FactWriter<D> writer) {
        Run<D> run = new Run<>(writer);
        for (int i = 0; i < drafts.size(); i++) {
            run.add(i + 1, 0, drafts.get(i));
        }
        return run.ended(audit);
    }

    /** One call as it goes on. */
    private static final class Run<D extends Record> implements FactReader.Sink {

        private final FactWriter<D> writer;
        private final LoadResult result = new LoadResult();
        private final List<Reports.Numbered<D>> part = new ArrayList<>();
        private int partBytes;

        /** What cannot be read of the part. */
        private Outcome refused = new Outcome();

        private Run(FactWriter<D> writer) {
            this.writer = writer;
        }

        @Override
        public void take(long number, int bytes, JsonNode fact) {
            try {
                add(number, bytes, RecordReader.object(writer.draft(), writer.name(), fact));
            } catch (Refusal refusal) {
                refuse(number, refusal);
            }
        }

        private void add(long number, int bytes, D draft) {
            result.received(1);
            part.add(new Reports.Numbered<>(number, draft));
            partBytes += bytes;
            storeIfFull();
        }

        private void storeIfFull() {
            if (part.size() + refused.size() == PART || partBytes > PART_BYTES) {
                store();
            }
        }

        @Override
        public void refuse(long number, Refusal refusal) {
            result.received(1);
            refused.refuse(number, refusal);
            storeIfFull();
        }

        private LoadResult ended(AuditLog audit) {
            store();
            audit.record(entry());
            return result;
        }

        /** The client went away, or the database did: what was stored before stays, and is told. */
        private void cutShort(AuditLog audit, RuntimeException why) {
            if (result.received() > result.failed()) {
                try {
                    audit.record(entry().failed("cut_short"));
                } catch (RuntimeException e) {
                    why.addSuppressed(e);
                }
            }
        }

        private AuditDraft entry() {
            return AuditDraft.of(writer.name() + ".reported")
                    .detail("received", result.received())
                    .detail("created", result.created())
                    .detail("updated", result.updated())
                    .detail("ignored", result.ignored())
                    .detail("waiting", result.waiting())
                    .detail("failed", result.failed());
        }

        private void store() {
            if (!part.isEmpty()) {
                store(part, refused);
            } else {
                refused.addTo(result);
            }
            part.clear();
            partBytes = 0;
            refused = new Outcome();
        }

        /** @param others what is to be told besides */
        private void store(List<Reports.Numbered<D>> facts, Outcome others) {
            try {
                written(facts).with(others).addTo(result);
            } catch (DatabaseFailure e) {
                if (DatabaseFailure.violatedConstraint(e).isEmpty()) {
                    throw e;
                }
                // What a fact refers to was deleted meanwhile: it is found by taking them one by one.
                if (facts.size() == 1) {
                    others.refuse(facts.get(0).number(), ActivityRefusals.deletedMeanwhile());
                    others.addTo(result);
                } else {
                    others.addTo(result);
                    facts.forEach(each -> store(List.of(each), new Outcome()));
                }
            }
        }

        private Outcome written(List<Reports.Numbered<D>> facts) {
            for (int tries = 1; ; tries++) {
                try {
                    return QuarkusTransaction.requiringNew().call(() -> writer.write(facts));
                } catch (DatabaseFailure e) {
                    if (tries == TRIES || !DatabaseFailure.isOutrun(e)) {
                        throw e;
                    }
                }
            }
        }
    }
}
