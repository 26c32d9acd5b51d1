package io.clientele.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures quotes beside the statements they run, and loads of tier prices beside COPY. */
final class PricesBench {

    private static final int CUSTOMERS = 500;

    private final Options options;
    private final Database database;
    private final Path root;
    private final Path log;

    PricesBench(Options options, Database database, Path root, Path log) {
        this.options = options;
        this.database = database;
        this.root = root;
        this.log = log;
    }

    PricesReport run(Map<String, String> machine) throws Exception {
        System.out.printf("bench: filling %,d products%n", options.skus());
        PriceFill.run(database, root.resolve("bench/prices.sql"), options.skus());
        machine.put("Tier prices", database.ask("select to_char(count(*), 'FM999,999,999') from tier_price"));
        Statements statements = new Statements(database);
        statements.log(true);
        try (Service service = Service.start(root, log, database.environment());
                Load load = new Load(options.connections(), database::cpu)) {
            Subjects subjects = new Subjects(database.superuser());
            Map<GridScenario, List<Asked>> asked = new LinkedHashMap<>();
            try (HttpConnection connection = new HttpConnection(service.port())) {
                for (GridScenario scenario : new PriceScenarios(subjects.customers(CUSTOMERS), options.skus()).all()) {
                    if (options.only() == null || scenario.name().contains(options.only())) {
                        asked.put(scenario, statements.of(scenario, connection, PricesBench::isOfQuotes));
                    }
                }
            }
            statements.log(false);
            BulkLoad bulk =
                    new BulkLoad(database, service, subjects.administrator().token(), options.skus());
            try (GridRounds rounds = new GridRounds(options, load, service, database, asked)) {
                System.out.println("bench: warming up");
                rounds.warmUp(options.warmUp());
                for (int round = 1; round <= options.rounds(); round++) {
                    System.out.println("bench: measuring, round " + round + " of " + options.rounds());
                    machine.put("Busy in round " + round, Machine.load() + " of the cores before it");
                    rounds.measure();
                }
                System.out.println("bench: loading tier prices");
                bulk.run(2 * options.rounds(), 4 * options.rounds());
                System.out.println("bench: importing a file of tier prices");
                PriceFileLoad.Result file =
                        new PriceFileLoad(service, subjects.administrator().token(), options.skus()).run();
                bulk.clear();
                return new PricesReport(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        options,
                        machine,
                        rounds.empty(),
                        rounds.measured(),
                        bulk,
                        file,
                        Cpu.residentMiB(service.pid()));
            }
        }
    }

    /** Of the customer and of the products; what else the service runs meanwhile is its housekeeping. */
    private static boolean isOfQuotes(String statement) {
        return statement.contains("product_fact") || statement.contains("from customer c");
    }
}
