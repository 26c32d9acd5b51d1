package io.clientele.transfer;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Words for the audit log that files of customers were taken over or given away. */
@ApplicationScoped
class TransferAudit {

    private final AuditLog log;

    @Inject
    TransferAudit(AuditLog log) {
        this.log = log;
    }

    void begun(long id, ImportDraft how, long rows) {
        log.record(AuditDraft.of("import.begun")
                .about("import", id)
                .detail("entity", how.kind().code())
                .detail("behavior", how.behavior().code())
                .detail("check_only", how.checkOnly())
                .detail("rows", rows));
    }

    /** The import before its end is noted. */
    void ended(Import run, JobStatus status, long failed) {
        log.record(AuditDraft.of("import.ended")
                .about("import", run.id())
                .detail("entity", run.how().kind().code())
                .detail("status", status.name().toLowerCase(Locale.ROOT))
                .detail("created", run.counts().created())
                .detail("updated", run.counts().updated())
                .detail("deleted", run.counts().deleted())
                .detail("failed", failed));
    }

    void fileRead(long importId) {
        log.record(AuditDraft.of("import.file.read").about("import", importId));
    }

    void exportCreated(Export export) {
        log.record(AuditDraft.of("export.created")
                .about("export", export.id())
                .detail("entity", export.kind().code()));
    }

    void exportRead(Export export) {
        log.record(AuditDraft.of("export.read")
                .about("export", export.id())
                .detail("entity", export.kind().code()));
    }
}
