package io.clientele.transfer;

import io.clientele.shared.Refusal;
import io.clientele.shared.job.JobError;
import io.clientele.shared.job.JobPart;
import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.JobWork;
import io.clientele.shared.job.RunningJob;
import io.clientele.transfer.ImportPlace.Pass;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes over files part by part: whatever kills an instance, any other goes on behind the last part. */
@ApplicationScoped
class ImportWork implements JobWork {

    static final String KIND = "import";

    private static final int MOST = 200;

    private final ImportRepository imports;
    private final OpenFiles files;
    private final ImportParts parts;
    private final ImportRights rights;
    private final TransferAudit audit;
    private final List<ImportParticipant> participants;
    private final Clock clock;

    @Inject
    ImportWork(
            ImportRepository imports,
            OpenFiles files,
            ImportParts parts,
            ImportRights rights,
            TransferAudit audit,
            @All List<ImportParticipant> participants,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.parts = parts;
        this.rights = rights;
        this.audit = audit;
        this.participants = participants;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobPart advance(RunningJob job) {
        rights.take();
        Import run = imports.ofJob(job.id());
        ImportPlace place = ImportPlace.of(job.position(), run.how());
        List<RowGroup> groups = files.at(run, place.line()).take(run.how().kind(), Math.min(job.most(), MOST));
        if (groups.isEmpty()) {
            return endOfFile(job, run, place);
        }
        ImportPlace after = place.after(groups.getLast().lastLine());
        if (place.counting()) {
            imports.noteCounted(run.id(), parts.count(run.how(), groups, imports.counted(run.id())));
            return next(job, run, after, rows(groups), new ImportPart(Announced.nothing()));
        }
        Set<Long> refused = place.checking() ? Set.of() : imports.refusedLines(run.id());
        return next(job, run, after, rows(groups), parts.take(run.how(), groups, refused, !place.checking()));
    }

    @Override
    public JobPart skip(RunningJob job, Refusal failure) {
        Import run = imports.ofJob(job.id());
        ImportPlace place = ImportPlace.of(job.position(), run.how());
        List<RowGroup> groups;
        try {
            groups = files.at(run, place.line()).take(run.how().kind(), 1);
        } catch (Refusal unreadable) {
            return end(job, run, place.position(), unreadable.rendered(), List.of(), JobStatus.FAILED);
        }
        if (groups.isEmpty()) {
            return end(job, run, place.position(), failure.rendered(), List.of(), JobStatus.FAILED);
        }
        RowGroup group = groups.getFirst();
        ImportPart part = new ImportPart(Announced.nothing());
        if (run.how().kind() == TransferKind.SALES_ORDER) {
            part.refuseAll(group, new BadCell(null, failure));
        } else {
            part.refuse(group, new BadCell(null, failure));
        }
        return next(job, run, place.after(group.lastLine()), group.size(), part);
    }

    @Override
    public void ended(RunningJob job, JobStatus status) {
        Import run = imports.ofJob(job.id());
        files.close(run.id());
        imports.end(job.id(), status.name().toLowerCase(Locale.ROOT), job.done(), job.failed(), clock.instant());
        audit.ended(run, status, job.failed());
        participants.forEach(each -> each.ended(run.id(), status == JobStatus.DONE));
    }

    private JobPart next(RunningJob job, Import run, ImportPlace place, long rows, ImportPart part) {
        long failed = job.failed() + part.errors().size();
        // What was found bad is known; nothing is taken over when it is too much.
        List<Long> refused = place.checking() && failed <= run.how().allowedErrors()
                ? part.errors().stream().map(JobError::number).toList()
                : List.of();
        imports.note(run.id(), part.counts(), null, refused);
        long done = job.done() + rows;
        boolean stops = !place.checking() && isTooMuch(run, failed);
        if (stops) {
            return end(
                    new RunningJob(job.id(), job.position(), done, total(run), job.failed(), job.most()),
                    run,
                    place.position(),
                    "More rows are bad than are allowed: it was stopped.",
                    part.errors(),
                    JobStatus.FAILED);
        }
        return JobPart.more(place.position(), done, total(run), place.pass().message(), part.errors());
    }

    private JobPart endOfFile(RunningJob job, Import run, ImportPlace place) {
        if (place.checking() && isTooMuch(run, job.failed())) {
            return end(
                    job,
                    run,
                    place.position(),
                    "More rows are bad than are allowed: nothing was imported.",
                    List.of(),
                    JobStatus.FAILED);
        }
        if (place.checking() && !run.how().checkOnly()) {
            return begin(job, run, Pass.IMPORT);
        }
        if (place.pass() == Pass.IMPORT && run.how().counted()) {
            return begin(job, run, Pass.COUNT);
        }
        return end(job, run, place.position(), null, List.of(), JobStatus.DONE);
    }

    private static JobPart begin(RunningJob job, Import run, Pass pass) {
        return JobPart.more(new ImportPlace(pass, 0).position(), job.done(), total(run), pass.message(), List.of());
    }

    private JobPart end(
            RunningJob job,
            Import run,
            String position,
            @Nullable String message,
            List<JobError> errors,
            JobStatus status) {
        imports.note(run.id(), Import.Counts.NONE, message, List.of());
        return new JobPart(position, job.done(), total(run), message, new ArrayList<>(errors), status);
    }

    private static boolean isTooMuch(Import run, long failed) {
        return run.how().stopsOnErrors() && failed > run.how().allowedErrors();
    }

    /** Rows that are checked first, or counted afterwards, are gone through more than once. */
    private static long total(Import run) {
        return run.how().passes() * run.rows();
    }

    private static long rows(List<RowGroup> groups) {
        return groups.stream().mapToLong(RowGroup::size).sum();
    }
}
