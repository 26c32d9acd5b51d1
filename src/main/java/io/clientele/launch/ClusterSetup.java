package io.clientele.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the roles and the database of a new cluster. */
final class ClusterSetup {

    /** A role's password cannot be a parameter of its statement; the server quotes it itself. */
    private static final String CREATE_ROLES = """
            do $$
            begin
                execute format('create role clientele_owner login password %L', current_setting('setup.owner'));
                execute format('create role clientele login password %L', current_setting('setup.service'));
            end
            $$""";

    private ClusterSetup() {}

    static void run(DataSource superuser, DatabaseFile file) throws SQLException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement passwords = connection.prepareStatement(
                        "select set_config('setup.owner', ?, false), set_config('setup.service', ?, false)");
                Statement statement = connection.createStatement()) {
            passwords.setString(1, file.owner());
            passwords.setString(2, file.service());
            passwords.execute();
            statement.execute(CREATE_ROLES);
            statement.execute("create database clientele owner clientele_owner");
            statement.execute("revoke all on database clientele from public");
            statement.execute("grant connect on database clientele to clientele");
        }
    }
}
