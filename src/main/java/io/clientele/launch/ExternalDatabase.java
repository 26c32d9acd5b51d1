package io.clientele.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Looks at a PostgreSQL that is not ours before the application relies on it. */
final class ExternalDatabase {

    private static final int OLDEST = 15;

    private ExternalDatabase() {}

    /**
     * Refuses a server that does not answer or is too old, and warns when the service's role could change the schema.
     *
     * @param owner the role that runs the migrations, or null when the service's own role does
     */
    static void check(String url, @Nullable String owner) {
        Properties properties = new Properties();
        properties.setProperty("user", Environment.get("quarkus.datasource.username", ""));
        properties.setProperty("password", Environment.get("quarkus.datasource.password", ""));
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefusal("The database at " + shown(url) + " is PostgreSQL " + version
                        + "; Clientele needs " + OLDEST + " or newer.");
            }
            if (ownsSchema(connection)) {
                System.err.println("clientele: warning: the service's database role owns the schema"
                        + (owner == null
                                ? "; name a separate owner with CLIENTELE_DATABASE_OWNER_USERNAME and"
                                        + " CLIENTELE_DATABASE_OWNER_PASSWORD."
                                : " although " + owner + " is named as its owner."));
            }
        } catch (SQLException e) {
            throw new StartRefusal("The database at " + shown(url) + " cannot be used", e);
        }
    }

    private static boolean ownsSchema(Connection connection) throws SQLException {
        String sql = """
                select has_schema_privilege(current_user, 'public', 'create')
                    or exists (
                        select from pg_class
                        where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'usage'))
                """;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The address without its parameters, which may hold a password. */
    private static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
