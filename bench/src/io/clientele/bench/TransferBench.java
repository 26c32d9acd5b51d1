package io.clientele.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Measures imports beside COPY, exports beside COPY, and actions on many customers beside reads. */
final class TransferBench {

    static final String NAME = "transfer";

    private static final int READERS = 500;
    private static final int CALM_SECONDS = 10;

    private final Options options;
    private final Database database;
    private final Path root;
    private final Path folder;

    TransferBench(Options options, Database database, Path root, Path folder) {
        this.options = options;
        this.database = database;
        this.root = root;
        this.folder = folder;
    }

    /** The report's lines. */
    String measure() throws Exception {
        Path files = Files.createDirectories(folder.resolve("transfer"));
        int imported = Math.min(options.rows(), options.customers());
        StringBuilder text = new StringBuilder();
        try (Service service = Service.start(root, folder.resolve("service.log"), environment())) {
            Subjects subjects = new Subjects(database.superuser());
            try (JobApi api = new JobApi(service, subjects.administrator().token())) {
                Profile profile = new Profile(service.pid(), folder.resolve("transfer.jfr"));
                ImportLoad imports = new ImportLoad(database, service, api, files, imported);
                ExportLoad exports = new ExportLoad(database, service, api);
                MassLoad actions =
                        new MassLoad(database, service, api, subjects.customers(READERS), options.customers());
                if (options.profile()) {
                    profile.start();
                }
                if (wanted("import")) {
                    imports(text, imports);
                }
                if (wanted("export")) {
                    exports(text, exports);
                }
                if (wanted("action")) {
                    actions(text, actions);
                }
                if (options.profile()) {
                    profile.print();
                }
                text.append(String.format(
                        Locale.ROOT,
                        "%nThe most memory of the service: %d MiB, with a heap of %s at most and %d halves of a part at a time.%n",
                        Cpu.peakMiB(service.pid()),
                        options.heap() == 0 ? "what jvm.options says" : options.heap() + " MiB",
                        options.lanes()));
            }
        }
        return text.toString();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(database.environment());
        environment.put("CLIENTELE_JOB_LANES", Integer.toString(options.lanes()));
        if (options.heap() > 0) {
            // The one that has the last word, whatever stands on the command line.
            environment.put("_JAVA_OPTIONS", "-Xmx" + options.heap() + "m");
        }
        return environment;
    }

    private boolean wanted(String part) {
        return options.only() == null || part.contains(options.only());
    }

    private void imports(StringBuilder text, ImportLoad imports) throws Exception {
        List<ImportLoad.Turn> turns = new ArrayList<>();
        try {
            // The compiler settles in a turn that does not count.
            imports.run(0, false);
            for (int round = 1; round <= options.rounds(); round++) {
                turns.add(imports.run(2 * round - 1, false));
                turns.add(imports.run(2 * round, true));
            }
        } finally {
            imports.clear();
        }
        text.append(
                        "| import | rows | s | rows/s | CPU s | COPY s | CPU s | times COPY | goal | MiB before, first, second half |\n")
                .append("|---|--:|--:|--:|--:|--:|--:|--:|---|---|\n");
        for (ImportLoad.Turn turn : turns) {
            Watched<JobApi.Ended> run = turn.imported();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %,.0f | %.1f | %.1f | %.1f | **%.2f** | at most 3 | %d, %d, %d |%n",
                    turn.checked() ? "checked first" : "without checking first",
                    turn.rows(),
                    run.seconds(),
                    turn.rows() / run.seconds(),
                    run.cpu() / 1_000,
                    turn.copied(),
                    turn.copiedCpu() / 1_000,
                    turn.times(),
                    run.residentMiB(),
                    run.firstHalfMiB(),
                    run.secondHalfMiB()));
        }
        text.append('\n');
    }

    private void exports(StringBuilder text, ExportLoad exports) throws Exception {
        text.append(
                        "| export | rows | s | rows/s | goal | first byte ms | CPU s | COPY s | CPU s | times COPY | MiB before, first, second half |\n")
                .append("|---|--:|--:|--:|---|--:|--:|--:|--:|--:|---|\n");
        exports.round();
        for (int round = 1; round <= options.rounds(); round++) {
            for (ExportLoad.Turn turn : exports.round()) {
                Watched<Double> run = turn.fetched();
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.1f | **%,.0f** | 50,000 | %.0f | %.1f | %.1f | %.1f | %.2f | %d, %d, %d |%n",
                        turn.name(),
                        turn.rows(),
                        run.seconds(),
                        turn.perSecond(),
                        turn.firstByte() * 1_000,
                        run.cpu() / 1_000,
                        turn.copied(),
                        turn.copiedCpu() / 1_000,
                        run.seconds() / turn.copied(),
                        run.residentMiB(),
                        run.firstHalfMiB(),
                        run.secondHalfMiB()));
            }
        }
        exports.clear();
        text.append('\n');
    }

    private void actions(StringBuilder text, MassLoad actions) throws Exception {
        actions.calm(CALM_SECONDS);
        text.append(
                        "| action | customers | s | goal | bare update s | times it | steps seen | CPU s | p99 of reads calm ms | beside it ms | times | goal |\n")
                .append("|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|---|\n");
        for (int round = 1; round <= options.rounds(); round++) {
            double bare = actions.bare(2);
            double calm = p99(actions.calm(CALM_SECONDS));
            for (MassLoad.Turn turn : actions.round(2)) {
                Watched<JobApi.Ended> run = turn.done();
                boolean any = turn.beside().length > 0;
                double beside = any ? p99(turn.beside()) : 0;
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | **%.1f** | under 30 at 100,000 | %.1f | %.2f | %d | %.1f | %.1f | %s | %s | at most 3 |%n",
                        turn.name(),
                        turn.customers(),
                        run.seconds(),
                        bare,
                        run.seconds() / bare,
                        run.result().steps(),
                        run.cpu() / 1_000,
                        calm,
                        any ? String.format(Locale.ROOT, "%.1f", beside) : "too short",
                        any ? String.format(Locale.ROOT, "%.1f", beside / calm) : ""));
            }
        }
    }

    private static double p99(int[] latencies) {
        return latencies[(int) (0.99 * (latencies.length - 1))] / 1_000.0;
    }
}
