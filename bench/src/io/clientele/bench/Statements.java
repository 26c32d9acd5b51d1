package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.launch.EmbeddedServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from PostgreSQL's log which statements a request runs, so that the floor can never be that of another
 * request than the one that is measured.
 */
final class Statements {

    private static final int ROUNDS = 40;
    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the log calls the statement stands before its text. */
    private static final Pattern EXECUTED = Pattern.compile("execute ([^:]+): (.*)", Pattern.DOTALL);

    /** A statement without a name is planned anew each time. */
    private static final String NAMELESS = "<unnamed>";

    /** Without steps back: a list of a thousand keys is one value, and each step would take from the stack. */
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'[^']*+(?:''[^']*+)*+')");

    private static final int PREPARED_AFTER = 8;

    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    /** Lets the server log statements or not: while it is measured it does only what it does in production. */
    void log(boolean on) throws SQLException {
        for (String setting : List.of("log_statement = 'all'", "log_destination = 'jsonlog'")) {
            String name = setting.substring(0, setting.indexOf(' '));
            database.run("alter system " + (on ? "set " + setting : "reset " + name));
        }
        database.ask("select pg_reload_conf()");
    }

    /** The statements of one call in their order, as JDBC takes them. */
    List<String> of(Scenario scenario, HttpConnection service) throws SQLException, IOException {
        Scenario.Call call = scenario.calls().get(0);
        // What the service remembers of the caller is not part of a request.
        check(scenario, service, call);
        Path log = database.folder().resolve(database.ask("select pg_current_logfile('jsonlog')"));
        long from = log.toFile().length();
        for (int i = 0; i < ROUNDS; i++) {
            check(scenario, service, call);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Asked.Statement statement : logged(log, from)) {
            counts.merge(statement.text(), 1, Integer::sum);
        }
        List<String> statements = new ArrayList<>();
        // What ran less often is the service's own housekeeping.
        counts.forEach((text, count) -> statements.addAll(Collections.nCopies(count / ROUNDS, text)));
        return statements;
    }

    /** The statements about customers of every request of the scenario, with their values. */
    List<Asked> of(GridScenario scenario, HttpConnection service) throws SQLException, IOException {
        return of(
                scenario,
                service,
                text -> text.contains(" from customer ")
                        || text.contains(" from customer_address a ")
                        || text.contains(" from customer_keyword k "));
    }

    /** The statements of every request of the scenario, with their values. */
    List<Asked> of(GridScenario scenario, HttpConnection service, Predicate<String> wanted)
            throws SQLException, IOException {
        Path log = database.folder().resolve(database.ask("select pg_current_logfile('jsonlog')"));
        // By then the driver prepares what it is going to prepare.
        for (int i = 0; i < PREPARED_AFTER; i++) {
            check(scenario, service, scenario.requests().get(0));
        }
        List<Asked> all = new ArrayList<>();
        for (byte[] request : scenario.requests()) {
            long from = log.toFile().length();
            check(scenario, service, request);
            all.add(new Asked(
                    request,
                    logged(log, from).stream()
                            .filter(statement -> wanted.test(statement.text()))
                            .toList()));
        }
        return all;
    }

    private static void check(GridScenario scenario, HttpConnection service, byte[] request) throws IOException {
        int status = service.send(request);
        if (status != 200) {
            throw new IOException(scenario.name() + " was answered with " + status + ": " + service.body());
        }
    }

    /** What the service ran since the place in the log, transactions' brackets left out. */
    private List<Asked.Statement> logged(Path log, long from) throws SQLException, IOException {
        String marker = UUID.randomUUID().toString();
        database.ask("select '" + marker + "'");
        String text = read(log, from);
        for (long end = System.nanoTime() + PATIENCE_NS; !text.contains(marker); text = read(log, from)) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not log");
            }
            Thread.onSpinWait();
        }
        List<Asked.Statement> statements = new ArrayList<>();
        for (String line : text.lines().toList()) {
            JsonNode entry = JSON.readTree(line);
            Matcher executed = EXECUTED.matcher(entry.path("message").asText());
            if (entry.path("user").asText().equals(EmbeddedServer.SERVICE) && executed.matches()) {
                String statement = PARAMETER.matcher(executed.group(2)).replaceAll("?");
                if (!statement.equals("BEGIN") && !statement.equals("COMMIT")) {
                    boolean planned = executed.group(1).equals(NAMELESS);
                    statements.add(new Asked.Statement(
                            statement, planned, values(entry.path("detail").asText())));
                }
            }
        }
        return statements;
    }

    private static List<@Nullable String> values(String detail) {
        List<@Nullable String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            String text = value.group(1);
            values.add(
                    text.equals("NULL")
                            ? null
                            : text.substring(1, text.length() - 1).replace("''", "'"));
        }
        return values;
    }

    private static String read(Path file, long from) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        }
    }

    private static void check(Scenario scenario, HttpConnection service, Scenario.Call call) throws IOException {
        int status = service.send(call.request());
        if (status != 200 || !service.body().contains(scenario.expected())) {
            throw new IOException(scenario.name() + " was answered with " + status + ": " + service.body());
        }
    }
}
