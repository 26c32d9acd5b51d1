package io.clientele.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Finds out from PostgreSQL which statements a request runs, so that the floor can never be that of another request
 * than the one that is measured.
 */
final class Statements {

    private static final int ROUNDS = 40;
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    // The page first, what is looked up for its rows last.
    private static final String SEEN = """
            select query, calls from pg_stat_statements
            where userid = (select oid from pg_roles where rolname = ?)
              and dbid = (select oid from pg_database where datname = current_database()) and calls >= ?
            order by query like '%any($%' and query not like '% limit %', query not like '% limit %', query""";

    private final DataSource superuser;
    private final String serviceRole;

    Statements(DataSource superuser, String serviceRole) {
        this.superuser = superuser;
        this.serviceRole = serviceRole;
    }

    /** Lets the server note statements or not: while it is measured it has nothing else to do. */
    void track(boolean on) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("alter system set pg_stat_statements.track = " + (on ? "top" : "none"));
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The statements of one call, as JDBC takes them, in an order in which they can be run. */
    List<String> of(Scenario scenario, HttpConnection service) throws SQLException, IOException {
        Scenario.Call call = scenario.calls().get(0);
        // What the service remembers of the caller is not part of a request.
        check(scenario, service, call);
        try (Connection connection = superuser.getConnection();
                Statement reset = connection.createStatement();
                PreparedStatement seen = connection.prepareStatement(SEEN)) {
            reset.execute("select pg_stat_statements_reset()");
            for (int i = 0; i < ROUNDS; i++) {
                check(scenario, service, call);
            }
            seen.setString(1, serviceRole);
            seen.setInt(2, ROUNDS);
            List<String> statements = new ArrayList<>();
            try (ResultSet rows = seen.executeQuery()) {
                while (rows.next()) {
                    String text = withQuestionMarks(rows.getString("query"));
                    for (long i = rows.getLong("calls") / ROUNDS; i > 0; i--) {
                        statements.add(text);
                    }
                }
            }
            return statements;
        }
    }

    private static void check(Scenario scenario, HttpConnection service, Scenario.Call call) throws IOException {
        int status = service.send(call.request());
        if (status != 200 || !service.body().contains(scenario.expected())) {
            throw new IOException(scenario.name() + " was answered with " + status + ": " + service.body());
        }
    }

    private static String withQuestionMarks(String query) {
        Matcher matcher = PARAMETER.matcher(query);
        for (int expected = 1; matcher.find(); expected++) {
            if (Integer.parseInt(matcher.group(1)) != expected) {
                throw new IllegalStateException("parameters out of order: " + query);
            }
        }
        return PARAMETER.matcher(query).replaceAll("?");
    }
}
