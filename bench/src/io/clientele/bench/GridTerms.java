package io.clientele.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What administrators look for in the list, taken from the data: frequent, rare and mixed values of each column. */
final class GridTerms {

    private static final int SAMPLE = 40;

    private final DataSource superuser;

    GridTerms(DataSource superuser) {
        this.superuser = superuser;
    }

    /** Values of customers drawn at random, so that a frequent one is drawn as often as it is met. */
    List<String> customers(String expression) throws SQLException {
        return column("select " + expression + " from customer where " + expression + " is not null"
                + " order by hashint8extended(id, 17) limit " + SAMPLE);
    }

    /** Values of default billing addresses, drawn alike. */
    List<String> addresses(String expression) throws SQLException {
        return column("select " + expression + " from customer_address where is_default_billing and " + expression
                + " is not null order by hashint8extended(id, 19) limit " + SAMPLE);
    }

    /** Values of an attribute of customers. */
    List<String> attribute(String code, String form) throws SQLException {
        String value = "attributes ->> (select id::text from attribute where code = '" + code + "')";
        return customers(form.replace("?", "(" + value + ")"));
    }

    /** The value of every option of an attribute. */
    List<String> options(String code) throws SQLException {
        return column("select id::text from attribute_option where attribute_id"
                + " = (select id from attribute where code = '" + code + "') order by id");
    }

    /** Words of one column that customers have, the most frequent first. */
    List<String> frequent(String expression, int count) throws SQLException {
        return column("select lower(" + expression + " collate \"und-x-icu\") from customer group by 1"
                + " order by count(*) desc, 1 limit " + count);
    }

    List<String> column(String query) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
