package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the audit log costs a write: the same change of a customer, made by the customer, of which nothing is logged, and
 * by an administrator, of which an entry with before and after is.
 */
final class Writes implements AutoCloseable {

    static final String NAME = "writes";

    private static final int CUSTOMERS = 1_000;
    private static final int WIDTH = 4;
    private static final List<String> NAMES = List.of("Ada", "Grace", "Emmy", "Sofia", "Maria", "Hedy", "Rosa", "Lise");

    private final Options options;
    private final Database database;
    private final Service service;
    private final Load load;
    private final Callers callers;

    Writes(Options options, Path root, Path log, Database database) throws Exception {
        this.options = options;
        this.database = database;
        this.service = Service.start(root, log, database.environment());
        this.load = new Load(WIDTH, database::cpu);
        this.callers = new Callers(service, load);
    }

    /** The report's lines. */
    String measure() throws Exception {
        Subjects subjects = new Subjects(database.superuser());
        String administrator = subjects.administrator().token();
        List<byte[]> own = new ArrayList<>();
        List<byte[]> administered = new ArrayList<>();
        for (Subjects.Subject who : subjects.customers(Math.min(options.sessions(), CUSTOMERS))) {
            String email = email(who.id());
            for (String name : NAMES) {
                String body = "{\"customer\":{\"email\":\"" + email + "\",\"firstname\":\"" + name
                        + "\",\"lastname\":\"Bench\",\"website_id\":1}}";
                own.add(HttpConnection.put("/rest/V1/customers/me", body, "Authorization: Bearer " + who.token()));
                administered.add(HttpConnection.put(
                        "/rest/V1/customers/" + who.id(), body, "Authorization: Bearer " + administrator));
            }
        }
        Duration turn = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
        long warm = System.nanoTime() + Duration.ofSeconds(options.warmUp()).toNanos();
        while (System.nanoTime() < warm) {
            var _ = callers.window(Duration.ofSeconds(1), WIDTH, own);
            var _ = callers.window(Duration.ofSeconds(1), WIDTH, administered);
        }
        double[] without = new double[options.rounds()];
        double[] with = new double[options.rounds()];
        double[] ratio = new double[options.rounds()];
        long before = entries();
        long changes = 0;
        for (int round = 0; round < options.rounds(); round++) {
            without[round] = callers.window(turn, WIDTH, own).cpu();
            Window window = callers.window(turn, WIDTH, administered);
            changes += window.count();
            with[round] = window.cpu();
            ratio[round] = with[round] / without[round];
        }
        return String.format(
                Locale.ROOT,
                "| what | CPU ms by the customer | CPU ms by an administrator | figure | goal |%n|---|--:|--:|--:|---|%n"
                        + "| a change of a customer, logged for the administrator | %.3f | %.3f | **%.2f times** | at most 1.25 times |%n"
                        + "%n%d entries for %d changes; one in eight gives the name that is there already.%n",
                median(without),
                median(with),
                median(ratio),
                entries() - before,
                changes);
    }

    private long entries() throws SQLException, IOException {
        return Long.parseLong(database.ask("select count(*) from audit_entry"));
    }

    private String email(long id) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                PreparedStatement find = connection.prepareStatement("select email from customer where id = ?")) {
            find.setLong(1, id);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() throws IOException {
        load.close();
        service.close();
    }
}
