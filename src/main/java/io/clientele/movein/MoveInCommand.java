package io.clientele.movein;

import io.clientele.shared.Caller;
import io.clientele.shared.Command;
import io.clientele.shared.CommandOptions;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Progress;
import io.clientele.shared.Refusal;
import io.clientele.transfer.Announced;
import io.clientele.transfer.FileImports;
import io.clientele.transfer.FileImports.Source;
import io.clientele.transfer.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code move-in FOLDER|FILE… [--website THERE=HERE]… [--store THERE=HERE]… [--group THERE=HERE]… [--on-error stop|skip] [--check]
 * [--errors FILE]}.
 */
@ApplicationScoped
class MoveInCommand implements Command {

    private static final long LOOK_MILLIS = 200;
    private static final String ON_ERROR = "--on-error";
    private static final String ERRORS = "--errors";
    private static final String CHECK = "--check";

    private final MoveInFiles files;
    private final Names names;
    private final FileImports imports;
    private final MoveInService moves;
    private final CurrentCaller caller;

    @Inject
    MoveInCommand(MoveInFiles files, Names names, FileImports imports, MoveInService moves, CurrentCaller caller) {
        this.files = files;
        this.names = names;
        this.imports = imports;
        this.moves = moves;
        this.caller = caller;
    }

    @Override
    public String name() {
        return "move-in";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        return Command.saying(() -> carryOut(arguments));
    }

    private int carryOut(List<String> arguments) {
        CommandOptions options = CommandOptions.of(
                arguments, List.of(Names.WEBSITE, Names.STORE, Names.GROUP, ON_ERROR, ERRORS), List.of(CHECK));
        if (options.words().isEmpty()) {
            throw new CommandOptions.Wrong("\"move-in\" takes a folder, or files");
        }
        boolean stops = stops(options.value(ON_ERROR).orElse("stop"));
        Path errors = Path.of(options.value(ERRORS).orElse("move-in-errors.csv"));
        try (Faults faults = new Faults(errors)) {
            return moveIn(options, stops, errors, faults);
        }
    }

    private static boolean stops(String strategy) {
        if (!List.of("stop", "skip").contains(strategy)) {
            throw new CommandOptions.Wrong("\"" + ON_ERROR + "\" takes stop or skip");
        }
        return strategy.equals("stop");
    }

    private int moveIn(CommandOptions options, boolean stops, Path errors, Faults faults) {
        MoveInFiles.Found found =
                files.of(options.words().stream().map(Path::of).toList());
        found.passedOver().forEach(name -> System.out.println("Passed over: " + name));
        Map<Source, Long> rows = rows(found.sources());
        Translation translation = names.of(options, found.sources());
        String fingerprint = Fingerprint.of(found.sources(), translation);
        Optional<Long> open = options.has(CHECK) ? Optional.empty() : moves.open(fingerprint);
        if (open.isPresent()) {
            System.out.println("Going on with move-in " + open.get() + ".");
            return follow(open.get(), errors, faults);
        }
        check(rows, translation, faults);
        if (faults.count() > 0) {
            System.out.print(String.format(
                    Locale.ROOT, "Bad rows: %,d. All of them are in %s:%n%s", faults.count(), errors, faults.text()));
        }
        if (options.has(CHECK) || (stops && faults.count() > 0)) {
            System.out.println(
                    faults.count() == 0 ? "All rows are good. Nothing was written." : "Nothing was written.");
            return faults.count() == 0 ? 0 : 1;
        }
        long id = moves.begin(fingerprint, rows, translation);
        System.out.println("This is move-in " + id + ".");
        return follow(id, errors, faults);
    }

    private Map<Source, Long> rows(List<Source> sources) {
        Map<Source, Long> rows = new LinkedHashMap<>();
        for (Source source : sources) {
            try {
                rows.put(source, imports.rows(source));
            } catch (Refusal refusal) {
                throw MoveInRefusals.ofFile(source.name(), refusal);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d rows of %s",
                    source.name(),
                    rows.get(source),
                    source.kind().code()));
        }
        return rows;
    }

    private void check(Map<Source, Long> rows, Translation translation, Faults faults) {
        long steps = rows.values().stream().mapToLong(Long::longValue).sum();
        Announced announced = imports.nothingAnnounced();
        try (Progress progress = new Progress("Checking", steps)) {
            rows.keySet()
                    .forEach(source ->
                            imports.check(source, translation, announced, faults.of(source.name()), progress::moved));
        }
    }

    /** Waits for the end, which this process or another one brings about. */
    private int follow(long id, Path errors, Faults checked) {
        caller.set(Caller.OPERATOR);
        MoveIn move = moves.get(id);
        try (Progress progress = new Progress("Moving in", steps(move))) {
            long shown = 0;
            while (move.isOpen()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                move = moves.get(id);
                long done = move.files().stream()
                        .mapToLong(file -> file.state().done())
                        .sum();
                progress.moved(done - shown);
                shown = done;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println();
        System.out.print(ReportText.of(move));
        System.out.println();
        tell(move, errors, checked);
        return move.agrees() ? 0 : 1;
    }

    private static long steps(MoveIn move) {
        return move.files().stream().mapToLong(file -> file.state().steps()).sum();
    }

    private void tell(MoveIn move, Path errors, Faults checked) {
        if (move.refused() > 0) {
            // What the check has found is found again, and more that only the writing could find.
            checked.close();
            try (Faults refused = new Faults(errors)) {
                move.files()
                        .forEach(file -> imports.errors(
                                file.importId(), refused.of(file.state().fileName())));
                System.out.print(String.format(
                        Locale.ROOT, "Refused rows: %,d. Why is in %s:%n%s", move.refused(), errors, refused.text()));
            }
        }
        System.out.println(
                move.agrees()
                        ? "All that the files name is here."
                        : "Not all that the files name is here, or not as they say.");
        System.out.println("The report is kept: GET /rest/V1/moveIns/" + move.id());
    }
}
