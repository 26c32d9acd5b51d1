package io.clientele.transfer;

import io.clientele.shared.Command;
import io.clientele.shared.CommandOptions;
import io.clientele.shared.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** {@code import FILE [--entity NAME] [--behavior NAME] [--on-error stop|skip] [--allowed-errors N] [--check]}. */
@ApplicationScoped
class ImportCommand implements Command {

    private static final long LOOK_MILLIS = 200;

    private final ImportService imports;
    private final FileGuess guess;

    @Inject
    ImportCommand(ImportService imports, FileGuess guess) {
        this.imports = imports;
        this.guess = guess;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        return Command.saying(() -> carryOut(arguments));
    }

    private int carryOut(List<String> arguments) {
        CommandOptions options = CommandOptions.of(
                arguments, List.of("--entity", "--behavior", "--on-error", "--allowed-errors"), List.of("--check"));
        if (options.words().size() != 1) {
            System.err.println("clientele: \"import\" takes a file");
            return 2;
        }
        Path file = Path.of(options.words().getFirst());
        if (!Files.isRegularFile(file)) {
            System.err.println("clientele: there is no file " + file);
            return 1;
        }
        return follow(imports.begin(Upload.at(file), how(file, options)));
    }

    private ImportDraft how(Path file, CommandOptions options) {
        FileFormat format = guess.format(file);
        TransferKind kind = options.value("--entity").map(TransferKind::of).orElseGet(() -> guess.kind(file, format));
        return new ImportDraft(
                        kind,
                        ImportBehavior.of(options.value("--behavior").orElse(ImportBehavior.ADD_UPDATE.code()), kind),
                        format,
                        ImportDraft.stops(options.value("--on-error").orElse(ImportDraft.STOP)),
                        options.number("--allowed-errors", ImportDraft.ALLOWED_ERRORS),
                        options.has("--check"),
                        ImportDraft.SEPARATOR,
                        ImportDraft.SEPARATOR,
                        ImportDraft.EMPTY_VALUE,
                        file.getFileName().toString(),
                        Translation.NONE,
                        false)
                .checked();
    }

    /** Waits for the end, which this process or another one brings about. */
    private int follow(Import begun) {
        Import run = begun;
        long steps = begun.how().passes() * begun.rows();
        try (Progress progress = new Progress("Importing", steps)) {
            long shown = 0;
            while (run.finishedAt() == null) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                run = imports.get(run.id());
                progress.moved(run.done() - shown);
                shown = run.done();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        say(run);
        return run.status().equals("done") && run.failed() == 0 ? 0 : 1;
    }

    private static void say(Import run) {
        System.out.println(String.format(
                Locale.ROOT,
                "Import %d of %,d rows: %s. Created %,d, updated %,d, deleted %,d, refused %,d.",
                run.id(),
                run.rows(),
                run.status(),
                run.counts().created(),
                run.counts().updated(),
                run.counts().deleted(),
                run.failed()));
        if (run.message() != null) {
            System.out.println(run.message());
        }
        if (run.failed() > 0) {
            System.out.println("Why rows were refused: GET /rest/V1/imports/" + run.id() + "/errors/file");
        }
    }
}
