package io.clientele.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What administrators search for, taken from the data: addresses that are there, terms with about a hundred hits. */
final class Terms {

    private static final int WANTED = 60;
    private static final int FEWEST = 60;
    private static final int MOST = 160;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 7;
    private static final String NAME = "lower(lastname collate \"und-x-icu\")";

    private final DataSource superuser;

    Terms(DataSource superuser) {
        this.superuser = superuser;
    }

    /** E-mail addresses of customers, spread over the whole table. */
    List<String> emails() throws SQLException {
        return column("select email from customer order by hashint8extended(id, 11) limit 2000");
    }

    /** Patterns {@code x%} for last names. */
    List<String> prefixes() throws SQLException {
        List<String> found = new ArrayList<>();
        for (int length = 2; length <= LONGEST; length++) {
            found.addAll(withHits(NAME, "left(" + NAME + ", " + length + ")", length, "", "%"));
        }
        return found;
    }

    /** Patterns {@code %x%} for e-mail addresses, of three characters and more. */
    List<String> parts() throws SQLException {
        List<String> found = new ArrayList<>();
        for (int length = SHORTEST; length <= LONGEST; length++) {
            String part = "substr(email_key, 3 + (hashint8(id) & 7), " + length + ")";
            found.addAll(withHits("email_key", part, length, "%", "%"));
        }
        return found;
    }

    /** Candidates come from a sample; how many hits one has is then counted exactly. */
    private List<String> withHits(String field, String part, int length, String before, String after)
            throws SQLException {
        List<String> candidates = column("select distinct term from (select " + part + " term from customer"
                + " order by hashint8extended(id, 5) limit 3000) picked where char_length(term) = " + length
                + " and term !~ '[%_\\\\]'");
        List<String> found = new ArrayList<>();
        try (Connection connection = superuser.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from (select from customer where " + field + " like ? limit ?) hits")) {
            for (String candidate : candidates) {
                if (found.size() == WANTED) {
                    break;
                }
                count.setString(1, before + candidate + after);
                count.setInt(2, MOST + 1);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= FEWEST && row.getInt(1) <= MOST) {
                        found.add(before + candidate + after);
                    }
                }
            }
        }
        return found;
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
