package io.clientele.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the roles and the database of a new cluster. */
final class ClusterSetup {

    private ClusterSetup() {}

    static void run(DataSource superuser, DatabaseFile file) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            // The passwords are hexadecimal digits of our own making.
            statement.execute("create role clientele_owner login password '" + file.owner() + "'");
            statement.execute("create role clientele login password '" + file.service() + "'");
            statement.execute("create database clientele owner clientele_owner");
            statement.execute("revoke all on database clientele from public");
            statement.execute("grant connect on database clientele to clientele");
        }
    }
}
