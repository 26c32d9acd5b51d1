package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the administrator's list of customers, and what custom attributes cost whoever reads a customer. */
final class GridBench {

    private static final int READ = 500;

    private final Options options;
    private final Database database;
    private final Path root;
    private final Path log;

    GridBench(Options options, Database database, Path root, Path log) {
        this.options = options;
        this.database = database;
        this.root = root;
        this.log = log;
    }

    GridReport run(Map<String, String> machine) throws Exception {
        Statements statements = new Statements(database);
        statements.log(true);
        try (Service service = Service.start(root, log, database.environment());
                Load load = new Load(options.connections(), database::cpu)) {
            Map<GridScenario, List<Asked>> asked = new LinkedHashMap<>();
            try (HttpConnection connection = new HttpConnection(service.port())) {
                for (GridScenario scenario : scenarios(service)) {
                    try {
                        asked.put(scenario, statements.of(scenario, connection));
                    } catch (IOException e) {
                        // One that takes longer than the service allows is missing from the report, and the report says
                        // so.
                        machine.merge("Not answered", e.getMessage(), (one, more) -> one + "; " + more);
                    }
                }
            }
            statements.log(false);
            try (GridRounds rounds = new GridRounds(options, load, service, database, asked)) {
                System.out.println("bench: warming up " + asked.size() + " kinds of requests");
                rounds.warmUp(options.warmUp());
                for (int round = 1; round <= options.rounds(); round++) {
                    System.out.println("bench: measuring, round " + round + " of " + options.rounds());
                    machine.put("Busy in round " + round, Machine.load() + " of the cores before it");
                    rounds.measure();
                }
                machine.put("Requests cut off at the service's limit of 5 s", Integer.toString(rounds.cutOff()));
                return new GridReport(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        options,
                        machine,
                        rounds.empty(),
                        rounds.pacedEmpty(),
                        rounds.measured(),
                        Cpu.residentMiB(service.pid()));
            }
        }
    }

    private List<GridScenario> scenarios(Service service) throws Exception {
        Subjects.Subject administrator = new Subjects(database.superuser()).administrator();
        GridTerms terms = new GridTerms(database.superuser());
        List<GridScenario> all = new ArrayList<>(new GridScenarios(administrator, terms).all());
        all.add(read("Customer with attributes", "id % 10 > 0", administrator, terms));
        all.add(read("Customer without attributes", "id % 10 = 0", administrator, terms));
        if (wanted("Page")) {
            for (String sort : List.of("id", "-created_at", "lastname", "name")) {
                all.addAll(new Pages(service, administrator).of(sort, options.customers()));
            }
        }
        return all.stream().filter(scenario -> wanted(scenario.name())).toList();
    }

    private boolean wanted(String name) {
        return options.only() == null
                || name.contains(options.only())
                || options.only().startsWith(name);
    }

    private static GridScenario read(String name, String which, Subjects.Subject administrator, GridTerms terms)
            throws Exception {
        return new GridScenario(
                name,
                terms
                        .column("select id from customer where " + which + " order by hashint8extended(id, 23) limit "
                                + READ)
                        .stream()
                        .map(id -> HttpConnection.request(
                                "/rest/V1/customers/" + id, "", "Authorization: Bearer " + administrator.token()))
                        .toList());
    }
}
