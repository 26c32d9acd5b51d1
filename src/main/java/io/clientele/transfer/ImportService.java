package io.clientele.transfer;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.job.Jobs;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts files of customers, and says what has become of them. Who is limited to websites knows of the own ones only. */
@ApplicationScoped
class ImportService {

    /** A large file takes its time to be put into the database; each statement has its own limit. */
    private static final int LIMIT_SECONDS = 600;

    private final ImportRepository imports;
    private final KeptFiles files;
    private final FileInspection inspection;
    private final Jobs jobs;
    private final ImportRights rights;
    private final TransferAudit audit;
    private final TransferConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    ImportService(
            ImportRepository imports,
            KeptFiles files,
            FileInspection inspection,
            Jobs jobs,
            ImportRights rights,
            TransferAudit audit,
            TransferConfig config,
            CurrentCaller caller,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.inspection = inspection;
        this.jobs = jobs;
        this.rights = rights;
        this.audit = audit;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Accepts a file; its rows are gone through later, by any instance.
     *
     * @throws io.clientele.shared.Refusal when it is no file of that kind at all
     */
    Import begin(InputStream in, ImportDraft how) {
        ImportDraft checked = how.checked();
        try (Upload upload = Upload.of(in, config.maxSize().asLongValue())) {
            return begin(upload, checked);
        }
    }

    /** The same for a file that is here already. */
    Import begin(Upload upload, ImportDraft how) {
        long rows = inspection.rows(upload, how);
        long id = QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> {
            long kept = keep(upload, how, rows);
            start(kept);
            return kept;
        });
        return get(id);
    }

    /** Keeps a file that waits to be started, in the transaction in hand; returns the import's id. */
    long keep(Upload upload, ImportDraft how, long rows) {
        @Nullable Caller starter = caller.get().isGuest() ? null : caller.get();
        long id = imports.add(how, upload.bytes(), rows, starter, clock.instant());
        files.keep(id, upload.path());
        return id;
    }

    /** Lets any instance take over a file that is kept, in the transaction in hand and in the name of the caller in hand. */
    void start(long id) {
        imports.begin(id, jobs.submit(ImportWork.KIND));
        Import run = find(id);
        audit.begun(id, run.how(), run.rows());
    }

    /** Ends an import that waits, in the transaction in hand. */
    void drop(long id) {
        imports.drop(id, clock.instant());
    }

    /** The import, whoever asks. */
    Import find(long id) {
        return imports.find(id, null).orElseThrow(() -> TransferRefusals.noSuchImport(id));
    }

    List<Counted> counted(long id) {
        return imports.counted(id);
    }

    /** @throws io.clientele.shared.Refusal when there is none that the caller may know of */
    Import get(long id) {
        return imports.find(id, rights.limitedTo().orElse(null)).orElseThrow(() -> TransferRefusals.noSuchImport(id));
    }

    SearchResults<Import> search(SearchCriteria criteria) {
        return imports.search(criteria, rights.limitedTo().orElse(null));
    }

    /** A file that is read when somebody takes it. */
    interface Content {

        void write(OutputStream out);
    }

    /**
     * The file as it was sent.
     *
     * @throws io.clientele.shared.Refusal when it is no longer kept
     */
    Content file(Import run) {
        if (!files.has(run.id())) {
            throw TransferRefusals.fileGone();
        }
        audit.fileRead(run.id());
        return out -> {
            try (InputStream in = files.open(run.id())) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
