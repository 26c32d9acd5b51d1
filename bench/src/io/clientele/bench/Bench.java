package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command: fills a database, loads the service beside its floors and writes the report. */
final class Bench {

    private static final String STARTS = "starts";
    private static final int COMPARED = 100_000;

    private final Path root;
    private final Options options;
    private final Path folder;
    private final Path log;

    private Bench(Path root, Options options, Path folder) {
        this.root = root;
        this.options = options;
        this.folder = folder;
        this.log = folder.resolve("service.log");
    }

    public static void main(String... arguments) throws Exception {
        List<String> words = List.of(arguments);
        Options options;
        try {
            options = Options.of(words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path folder = options.data() == null
                ? Files.createTempDirectory("clientele-bench")
                : Files.createDirectories(options.data().toAbsolutePath());
        try {
            new Bench(Path.of(words.get(0)), options, folder).run();
        } finally {
            if (options.data() == null) {
                delete(folder);
            }
        }
    }

    private void run() throws Exception {
        Path binaries = root.resolve("target/postgres-binaries");
        Path results = Files.createDirectories(root.resolve("bench/results"));
        @Nullable Report report = null;
        Starts.Start service;
        Map<String, String> machine;
        try (Database database = Database.start(folder.resolve("data"), binaries, extraSettings())) {
            machine = Machine.facts(database);
            fill(database);
            if (SignIns.NAME.equals(options.only())) {
                signIns(database, machine, results);
                return;
            }
            if (Writes.NAME.equals(options.only())) {
                Writes writes = new Writes(options, root, log, folder.resolve("writes.jfr"), database);
                report(Writes.NAME, "Writes", machine, results, writes::measure);
                return;
            }
            if (ClientTokens.NAME.equals(options.only())) {
                ClientTokens tokens = new ClientTokens(options, root, log, database);
                report(ClientTokens.NAME, "Tokens of clients", machine, results, tokens::measure);
                return;
            }
            if (options.isEvents()) {
                Events events = new Events(options, root, log, database);
                report(Events.NAME, "Events", machine, results, events::measure);
                return;
            }
            if (Bulks.NAME.equals(options.only())) {
                Bulks bulks = new Bulks(options, root, log, folder.resolve("bulk.jfr"), database);
                report(Bulks.NAME, "Bulks", machine, results, bulks::measure);
                return;
            }
            machine.put("Database", database.ask("select pg_size_pretty(pg_database_size(current_database()))"));
            if (options.isTransfer()) {
                TransferBench transfer = new TransferBench(options, database, root, folder);
                report(
                        TransferBench.NAME + "-" + options.customers(),
                        "Imports, exports and actions beside " + options.customers() + " customers",
                        machine,
                        results,
                        transfer::measure);
                return;
            }
            if (options.isGrid()) {
                GridReport list = new GridBench(options, database, root, log).run(machine);
                System.out.println(list.markdown());
                if (options.only() == null) {
                    list.write(results);
                }
                return;
            }
            if (options.isSegments()) {
                SegmentsReport segments = new SegmentsBench(options, database, root, log).run(machine);
                System.out.println(segments.markdown());
                if (options.only() == null) {
                    segments.write(results);
                }
                return;
            }
            if (options.isPrices()) {
                PricesReport prices = new PricesBench(options, database, root, log).run(machine);
                System.out.println(prices.markdown());
                if (options.only() == null) {
                    prices.write(results);
                }
                return;
            }
            say("starting on a database that runs");
            service = Starts.median(options.starts(), root, log, database.environment());
            if (!STARTS.equals(options.only())) {
                report = measure(database, machine, new Starts(Starts.Start.NONE, service));
            }
        }
        say("starting with the embedded database");
        Starts.Start whole = Starts.median(
                options.starts(),
                root,
                log,
                Map.of("CLIENTELE_DATA", folder.resolve("data").toString()));
        Starts starts = new Starts(whole, service);
        if (report == null) {
            String date = LocalDate.now(ZoneOffset.UTC).toString();
            StringBuilder text = new StringBuilder("# Starts, " + date + "\n\n");
            machine.forEach((name, value) -> text.append("- " + name + ": " + value + "\n"));
            text.append(
                    "- Starts of each kind: " + options.starts() + "; the median is shown\n- " + starts.line() + "\n");
            System.out.println(text);
            Files.writeString(results.resolve(date + "-starts.md"), text);
            return;
        }
        report = report.started(starts);
        System.out.println(report.markdown());
        if (options.only() == null) {
            report.write(results);
        }
    }

    private void signIns(Database database, Map<String, String> machine, Path results) throws Exception {
        try (SignIns signIns = new SignIns(options, root, log, database)) {
            report(SignIns.NAME, "Sign-ins", machine, results, signIns::measure);
        }
    }

    private void report(String name, String title, Map<String, String> machine, Path results, Callable<String> measure)
            throws Exception {
        say("measuring " + name);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder("# " + title + ", " + today + "\n\n");
        machine.forEach((what, value) -> text.append("- " + what + ": " + value + "\n"));
        text.append(
                "- Seconds of each kind: " + options.seconds() + " in " + options.rounds() + " rounds; medians\n\n");
        text.append(measure.call());
        System.out.println(text);
        Files.writeString(results.resolve(today + "-" + name + ".md"), text);
    }

    /** Segments are measured by what PostgreSQL says of statements as well, which it counts from its start on only. */
    private Map<String, String> extraSettings() {
        return options.isSegments()
                ? Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track_planning", "on")
                : Map.of();
    }

    private void fill(Database database) throws Exception {
        say("migrating");
        // The service makes the tables and the administrator.
        try (Service service = Service.start(root, log, database.environment())) {
            if (database.ask("select exists (select from customer)").equals("f")) {
                say("defining " + options.attributes() + " attributes");
                new Definitions(service, database, new Subjects(database.superuser()).administrator())
                        .define(options.attributes());
            }
        }
        say(String.format(Locale.ROOT, "filling %,d customers", options.customers()));
        Fill.run(database.superuser(), root.resolve("bench/fill.sql"), options.customers());
    }

    private Report measure(Database database, Map<String, String> machine, Starts starts) throws Exception {
        // Before the service's connections are made: they are to know from their first statement.
        new Statements(database).log(true);
        try (Service service = Service.start(root, log, database.environment());
                Load load = new Load(options.connections(), database::cpu);
                Rounds rounds = new Rounds(
                        options, load, service, database, statements(database, service, scenarios(database)))) {
            say("warming up for " + options.warmUp() + " s");
            rounds.warmUp();
            Profile profile = new Profile(service.pid(), folder.resolve("bench.jfr"));
            if (options.profile()) {
                profile.start();
            }
            for (int round = 1; round <= options.rounds(); round++) {
                say("measuring, round " + round + " of " + options.rounds());
                rounds.measure();
            }
            if (options.profile()) {
                profile.print();
            }
            return new Report(
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    options,
                    machine,
                    rounds.empty(),
                    rounds.restEmpty(),
                    rounds.measured(),
                    starts,
                    Cpu.residentMiB(service.pid()),
                    Cpu.peakMiB(service.pid()),
                    options.customers() == COMPARED ? null : Report.latest(root.resolve("bench/results"), COMPARED));
        }
    }

    private List<Scenario> scenarios(Database database) throws Exception {
        Subjects subjects = new Subjects(database.superuser());
        List<Subjects.Subject> customers = subjects.customers(options.sessions());
        Subjects.Subject admin = subjects.administrator();
        Terms terms = new Terms(database.superuser());
        List<String> emails = terms.emails();
        List<String> prefixes = terms.prefixes();
        List<String> parts = terms.parts();
        say(prefixes.size() + " prefixes and " + parts.size() + " parts to search for");
        return Stream.of(
                        Scenario.self(customers),
                        Scenario.graphql(customers),
                        Scenario.search("Search by e-mail", admin, emails, "email", "eq", "", true),
                        Scenario.search("Search by e-mail", admin, emails, "email", "eq", "", false),
                        Scenario.search(
                                "Search lastname like x%", admin, prefixes, "lastname", "like", "lastname", true),
                        Scenario.search(
                                "Search lastname like x%", admin, prefixes, "lastname", "like", "lastname", false),
                        Scenario.search("Search email like %x%", admin, parts, "email", "like", "-created_at", true),
                        Scenario.search("Search email like %x%", admin, parts, "email", "like", "-created_at", false))
                .filter(scenario -> options.only() == null || scenario.name().contains(options.only()))
                .toList();
    }

    private Map<Scenario, List<String>> statements(Database database, Service service, List<Scenario> scenarios)
            throws Exception {
        Statements statements = new Statements(database);
        Map<Scenario, List<String>> found = new LinkedHashMap<>();
        try (HttpConnection connection = new HttpConnection(service.port())) {
            for (Scenario scenario : scenarios) {
                found.put(scenario, statements.of(scenario, connection));
            }
        }
        statements.log(false);
        return found;
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
