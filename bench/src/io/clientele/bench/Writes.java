package io.clientele.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What the audit log, the outbox and the feed of events add to a write. They cannot be switched off, so their part is taken
 * from what runs: in the service the share of its samples that are in their packages, in PostgreSQL the difference between
 * the write's statements with theirs and without, each in a bare loop.
 */
final class Writes {

    static final String NAME = "writes";

    private static final int CUSTOMERS = 400;
    private static final List<String> PACKAGES = List.of(
            "io.clientele.audit.", "io.clientele.shared.outbox.", "io.clientele.event.", "io.clientele.shared.person.");
    private static final List<String> TABLES = List.of("audit_entry", "outbox", "into event", "person_key");

    private final Options options;
    private final Path root;
    private final Path log;
    private final Path recording;
    private final Database database;

    Writes(Options options, Path root, Path log, Path recording, Database database) {
        this.options = options;
        this.root = root;
        this.log = log;
        this.recording = recording;
        this.database = database;
    }

    /** The report's lines. */
    String measure() throws Exception {
        Statements statements = new Statements(database);
        statements.log(true);
        try (Service service = Service.start(root, log, database.environment());
                Load load = new Load(options.connections(), database::cpu)) {
            Subjects subjects = new Subjects(database.superuser());
            String bearer = "Authorization: Bearer " + subjects.administrator().token();
            List<byte[]> requests = new ArrayList<>();
            for (Subjects.Subject customer : subjects.customers(CUSTOMERS)) {
                for (String name : List.of("Ada", "Grace")) {
                    requests.add(HttpConnection.put(
                            "/rest/V1/customers/" + customer.id(),
                            "{\"customer\":{\"id\":" + customer.id() + ",\"middlename\":\"" + name + "\"}}",
                            bearer));
                }
            }
            List<Asked> asked;
            try (HttpConnection connection = new HttpConnection(service.port())) {
                asked = statements.of(new GridScenario(NAME, requests), connection, text -> true);
            }
            statements.log(false);
            Duration turn = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
            load.run(Duration.ofSeconds(options.warmUp()), callers(service, requests), service::cpu);
            double[] share = new double[options.rounds()];
            double[] added = new double[options.rounds()];
            double[] cpu = new double[options.rounds()];
            for (int round = 0; round < options.rounds(); round++) {
                Profile profile = new Profile(service.pid(), recording);
                profile.start();
                Window window = load.run(turn, callers(service, requests), service::cpu);
                double sampled = profile.share(PACKAGES);
                Window with = bare(load, turn, asked, true);
                Window without = bare(load, turn, asked, false);
                cpu[round] = window.cpu();
                added[round] = sampled * window.program() + with.database() - without.database();
                share[round] = added[round] / (cpu[round] - added[round]);
            }
            return String.format(
                    Locale.ROOT,
                    "| what | figure | goal |%n|---|--:|---|%n"
                            + "| CPU ms of changing a name as an administrator | %.2f | |%n"
                            + "| of it audit log, outbox and events | %.2f | |%n"
                            + "| which adds to the rest | **%.0f %%** | at most 25 %% |%n",
                    median(cpu),
                    median(added),
                    100 * median(share));
        }
    }

    private static List<Load.Worker> callers(Service service, List<byte[]> requests) throws Exception {
        List<Load.Worker> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HttpConnection connection = new HttpConnection(service.port());
            int own = i;
            workers.add(random -> {
                // Two callers never meet at one customer.
                int index = random.nextInt(requests.size() / 8) * 8 + own * 2 + random.nextInt(2);
                int status = connection.send(requests.get(index));
                if (status != 200) {
                    throw new java.io.IOException("answered with " + status + ": " + connection.body());
                }
            });
        }
        return workers;
    }

    private Window bare(Load load, Duration turn, List<Asked> asked, boolean whole) throws Exception {
        List<Load.Worker> workers = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Connection connection = database.connect();
                connection.setAutoCommit(false);
                connections.add(connection);
                int own = i;
                workers.add(random -> replay(connection, asked, own, random, whole));
            }
            return load.run(turn, workers, () -> 0);
        } finally {
            for (Connection each : connections) {
                each.close();
            }
        }
    }

    private static void replay(
            Connection connection, List<Asked> asked, int own, SplittableRandom random, boolean whole)
            throws SQLException {
        int index = random.nextInt(asked.size() / 8) * 8 + own * 2 + random.nextInt(2);
        for (Asked.Statement each : asked.get(index).statements()) {
            if (whole || TABLES.stream().noneMatch(each.text()::contains)) {
                try (PreparedStatement statement = connection.prepareStatement(each.text())) {
                    for (int i = 0; i < each.values().size(); i++) {
                        statement.setObject(i + 1, each.values().get(i), Types.OTHER);
                    }
                    statement.execute();
                }
            }
        }
        connection.commit();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
