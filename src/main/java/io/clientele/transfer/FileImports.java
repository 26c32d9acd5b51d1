package io.clientele.transfer;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.job.JobError;
import io.clientele.shared.job.JobErrors;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Takes over several files of another shop for the person at the terminal: each is looked at first, and they are kept to be gone
 * through one behind the other.
 */
@ApplicationScoped
public class FileImports {

    private static final int MOST = 200;
    private static final int PART = 1_000;

    private final FileGuess guess;
    private final FileInspection inspection;
    private final OpenFiles files;
    private final ImportParts parts;
    private final ImportService imports;
    private final ImportRights rights;
    private final JobErrors errors;
    private final CurrentCaller caller;

    @Inject
    FileImports(
            FileGuess guess,
            FileInspection inspection,
            OpenFiles files,
            ImportParts parts,
            ImportService imports,
            ImportRights rights,
            JobErrors errors,
            CurrentCaller caller) {
        this.guess = guess;
        this.inspection = inspection;
        this.files = files;
        this.parts = parts;
        this.imports = imports;
        this.rights = rights;
        this.errors = errors;
        this.caller = caller;
    }

    /**
     * A file of another shop.
     *
     * @param name what it is called in reports
     */
    public record Source(Path path, TransferKind kind, String name) {}

    /**
     * What has become of a file.
     *
     * @param status {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param rows how many it has
     * @param done how many rows have been gone through, taking over and counting each for itself
     * @param updated how many of what the rows are were there already
     * @param unchanged how many of these were as the file says
     * @param refused how many rows were left out
     * @param message how it came to its end; empty when there is nothing to say
     */
    public record State(
            String entity,
            String fileName,
            String status,
            long rows,
            long steps,
            long done,
            long created,
            long updated,
            long unchanged,
            long refused,
            String message,
            List<Counted> counted) {}

    /** What a file with these columns must be, or empty when it could be nothing. */
    public Optional<TransferKind> kind(List<String> columns) {
        return TransferKind.guess(columns);
    }

    /** The names of the columns: empty for a file that has none, or cannot be read. */
    public List<String> columns(Path file) {
        return guess.columns(file);
    }

    /**
     * How many rows the file has.
     *
     * @throws io.clientele.shared.Refusal when it is empty, compressed, cannot be read, or has not the columns it must have
     */
    public long rows(Source source) {
        return inspection.rows(Upload.at(source.path()), how(source, Translation.NONE));
    }

    /** The codes of the groups in a file of them, by their ids there. */
    public Map<String, String> groupCodes(Source source) {
        Map<String, String> codes = new HashMap<>();
        try (InputStream in = open(source)) {
            RowGroups groups = files.groups(how(source, Translation.NONE), in);
            for (RowGroup group = groups.next(); group != null; group = groups.next()) {
                codes.put(GroupColumns.id(group.first()), GroupColumns.code(group.first()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codes.remove("");
        return codes;
    }

    /**
     * Looks at all rows and writes nothing.
     *
     * @param announced what the files before this one bring; it is told what this one brings
     * @param bad told of each row that would be refused
     * @param moved told how many rows have been looked at, after each part
     */
    public void check(
            Source source, Translation translation, Announced announced, Consumer<JobError> bad, LongConsumer moved) {
        ImportDraft how = how(source, translation);
        Caller before = caller.get();
        try (InputStream in = open(source)) {
            rights.take();
            OpenFile file = new OpenFile(files.groups(how, in));
            List<RowGroup> groups = file.take(how.kind(), MOST);
            while (!groups.isEmpty()) {
                List<RowGroup> some = groups;
                QuarkusTransaction.requiringNew()
                        .call(() -> parts.check(how, some, announced))
                        .errors()
                        .forEach(bad);
                moved.accept(some.stream().mapToLong(RowGroup::size).sum());
                file.goTo(some.getLast().lastLine());
                groups = file.take(how.kind(), MOST);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            caller.set(before);
        }
    }

    /** What no file has announced yet. */
    public Announced nothingAnnounced() {
        return Announced.nothing();
    }

    /** Keeps a file to be taken over later, in the transaction in hand; returns the import's id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long keep(Source source, Translation translation, long rows) {
        return inNobodysName(() -> imports.keep(Upload.at(source.path()), how(source, translation), rows));
    }

    /** Lets any instance take over a file that is kept, in the transaction in hand and in nobody's name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(long importId) {
        var _ = inNobodysName(() -> {
            imports.start(importId);
            return importId;
        });
    }

    /** A job of the person at the terminal goes on when that person is gone: it has no caller who could lose rights. */
    private long inNobodysName(LongSupplier work) {
        Caller before = caller.get();
        caller.set(Caller.GUEST);
        try {
            return work.getAsLong();
        } finally {
            caller.set(before);
        }
    }

    /** Ends an import that was never started, in the transaction in hand: its file need not be kept any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(long importId) {
        imports.drop(importId);
    }

    public State state(long importId) {
        Import run = imports.find(importId);
        return new State(
                run.how().kind().code(),
                run.how().fileName() == null ? "" : run.how().fileName(),
                run.status(),
                run.rows(),
                run.how().passes() * run.rows(),
                run.done(),
                run.counts().created(),
                run.counts().updated(),
                run.counts().unchanged(),
                run.failed(),
                run.message() == null ? "" : run.message(),
                imports.counted(importId));
    }

    /** Hands on why rows of an import were refused, as long as that is kept. */
    public void errors(long importId, Consumer<JobError> bad) {
        Long job = imports.find(importId).jobId();
        int place = 0;
        List<JobError> part;
        do {
            part = errors.after(job == null ? 0 : job, place, PART);
            part.forEach(bad);
            place += part.size();
        } while (part.size() == PART);
    }

    private ImportDraft how(Source source, Translation translation) {
        return ImportDraft.ofSeries(source.kind(), guess.format(source.path()), source.name(), translation);
    }

    private static InputStream open(Source source) throws IOException {
        return new BufferedInputStream(Files.newInputStream(source.path()));
    }
}
