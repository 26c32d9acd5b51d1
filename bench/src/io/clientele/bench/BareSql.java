package io.clientele.bench;

import io.clientele.shared.search.TextParts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The floor of a request: its statements and nothing else, on one connection. Every value of every row is read as
 * what it is and thrown away.
 */
final class BareSql implements Load.Worker, AutoCloseable {

    private static final long PAGE = 20;

    /** Not a type of JDBC's: a text search for the pieces of a pattern. */
    private static final int PIECES = Integer.MIN_VALUE;

    /** Greater than any other sign. */
    private static final String LAST = "\uffff";

    private final Connection connection;
    private final List<String> statements;
    private final List<Scenario.Call> calls;
    private final List<int[]> parameters = new ArrayList<>();
    private final List<int[]> columns = new ArrayList<>();
    private Object sink = "";

    /**
     * @param statements as the service runs them for one of the calls, in that order
     */
    BareSql(Connection connection, List<String> statements, List<Scenario.Call> calls) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        this.calls = calls;
        for (String text : statements) {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                parameters.add(types(statement));
                columns.add(types(statement.getMetaData()));
            }
        }
    }

    private static int[] types(PreparedStatement statement) throws SQLException {
        var data = statement.getParameterMetaData();
        int[] types = new int[data.getParameterCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = data.getParameterTypeName(i + 1).equals("tsquery") ? PIECES : data.getParameterType(i + 1);
        }
        return types;
    }

    private static int[] types(ResultSetMetaData data) throws SQLException {
        int[] types = new int[data.getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            // The driver calls a moment with time zone a timestamp.
            types[i] = data.getColumnTypeName(i + 1).equals("timestamptz")
                    ? Types.TIMESTAMP_WITH_TIMEZONE
                    : data.getColumnType(i + 1);
        }
        return types;
    }

    @Override
    public void run(SplittableRandom random) throws SQLException {
        Object about = calls.get(random.nextInt(calls.size())).about();
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String text = statements.get(i);
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                bind(statement, parameters.get(i), about, found);
                boolean isPage = text.contains(" limit ");
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read(rows, columns.get(i));
                        if (isPage) {
                            found.add(rows.getLong(1));
                        }
                    }
                }
            }
        }
    }

    /**
     * A list is what the page found, a text is searched for, with the ends of where the texts lie that begin so, a number is the
     * customer or else limit and offset.
     */
    private void bind(PreparedStatement statement, int[] types, Object about, List<Long> found) throws SQLException {
        boolean limited = false;
        int texts = 0;
        for (int i = 0; i < types.length; i++) {
            switch (types[i]) {
                case Types.ARRAY -> statement.setArray(i + 1, connection.createArrayOf("bigint", found.toArray()));
                case PIECES -> statement.setObject(i + 1, TextParts.query((String) about), Types.OTHER);
                case Types.VARCHAR -> statement.setString(i + 1, text((String) about, texts++));
                case Types.BIGINT, Types.INTEGER -> {
                    long number = about instanceof Long id ? id : limited ? 0 : PAGE;
                    limited = true;
                    statement.setLong(i + 1, number);
                }
                default -> throw new SQLException("a parameter of an unknown type in " + statement);
            }
        }
    }

    private static String text(String pattern, int place) {
        String beginning = pattern.substring(0, pattern.length() - 1);
        return switch (place) {
            case 0 -> pattern;
            case 1 -> beginning;
            default -> beginning + LAST;
        };
    }

    private void read(ResultSet rows, int[] types) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            Object value = switch (types[i]) {
                case Types.BIGINT -> rows.getLong(i + 1);
                case Types.INTEGER, Types.SMALLINT -> rows.getInt(i + 1);
                case Types.BIT, Types.BOOLEAN -> rows.getBoolean(i + 1);
                case Types.DATE -> rows.getObject(i + 1, LocalDate.class);
                case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(i + 1, OffsetDateTime.class);
                case Types.ARRAY -> rows.getArray(i + 1).getArray();
                default -> rows.getString(i + 1);
            };
            if (value != null) {
                sink = value;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Override
    public String toString() {
        return "the last value read is " + sink;
    }
}
