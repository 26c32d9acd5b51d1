package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Reads how PostgreSQL would answer a statement of one shape that the service has sent. */
public final class StatementPlans {

    /** As many as requests one after the other may have used. */
    private static final int HELD = 12;

    private final DataSource dataSource;
    private final String shape;

    /** @param shape what all the statements look like, as a pattern of {@code like} */
    public StatementPlans(DataSource dataSource, String shape) {
        this.dataSource = dataSource;
        this.shape = shape;
    }

    /** The plan of the statement that the server remembers, whatever its values, were the table a large one. */
    public String plan(String like, String... without) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String query = withSubscripts(query(connection, like));
            return explained(
                    connection, query, Collections.nCopies(parameters(query), "null"), "force_generic_plan", without);
        }
    }

    /** The plan of the statement for a value of one of its conditions. */
    public String planOf(String like, String condition, String value, String... without) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String query = query(connection, like);
            List<String> values = new ArrayList<>(Collections.nCopies(parameters(query), "null"));
            Matcher place =
                    Pattern.compile(Pattern.quote(condition) + "\\$(\\d+)").matcher(query);
            assertThat(place.find()).as(query).isTrue();
            values.set(Integer.parseInt(place.group(1)) - 1, value);
            return explained(connection, query, values, "force_custom_plan", without);
        }
    }

    private static String explained(
            Connection connection, String query, List<String> values, String mode, String... without)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String all = String.join(", ", values);
            connection.setAutoCommit(false);
            try {
                for (String way : without) {
                    statement.execute("set local enable_" + way + " = off");
                }
                statement.execute("set local plan_cache_mode = " + mode);
                statement.execute("prepare searched as " + query);
                StringBuilder plan = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("explain execute searched (" + all + ")")) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                statement.execute("deallocate searched");
                return plan.toString();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** How many of the service's connections keep a prepared statement of that form, of those that are free now. */
    public int remembered(String like) throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            int found = 0;
            for (int i = 0; i < HELD; i++) {
                Connection connection = dataSource.getConnection();
                held.add(connection);
                try (PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from pg_prepared_statements where statement like ? and statement like ?")) {
                    statement.setString(1, like);
                    statement.setString(2, shape);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        found += row.getInt(1);
                    }
                }
            }
            return found;
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** With the subscripts of arrays as they were: what the server remembers has parameters there, which no index fits. */
    private static String withSubscripts(String query) {
        Matcher subscripts = Pattern.compile("\\[(\\$\\d+)]").matcher(query);
        List<String> unused =
                subscripts.results().map(each -> each.group(1) + "::int").toList();
        return unused.isEmpty()
                ? query
                : "select * from (" + subscripts.replaceAll("[1]") + ") statement where coalesce("
                        + String.join(", ", unused) + ") is null";
    }

    private static int parameters(String query) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(query)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private String query(Connection connection, String like) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select query from pg_stat_statements where query like ? and query like ?"
                        + " and userid = (select oid from pg_roles where rolname = current_user) limit 1")) {
            statement.setString(1, like);
            statement.setString(2, shape);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
