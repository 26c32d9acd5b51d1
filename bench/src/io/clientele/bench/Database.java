package io.clientele.bench;

import io.clientele.launch.Durability;
import io.clientele.launch.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that is measured on: the embedded one with the settings it has in production. */
final class Database implements AutoCloseable {

    private final EmbeddedServer server;
    private final Path folder;
    private final long postmaster;

    /** The connection of questions; opening one for each would cost more than what is measured between them. */
    private @Nullable Connection asking;

    private long asker;

    private Database(EmbeddedServer server, Path folder, long postmaster) {
        this.server = server;
        this.folder = folder;
        this.postmaster = postmaster;
    }

    /** @param extra settings beyond those it has in production */
    static Database start(Path folder, Path binaries, Map<String, String> extra) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(folder, binaries, Durability.SAFE, extra);
        Path cluster = folder.resolve("postgres");
        String first = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0);
        return new Database(server, cluster, Long.parseLong(first.strip()));
    }

    /** CPU time of the server with all its processes so far, but for the one that answers questions, in milliseconds. */
    synchronized double cpu() {
        return Cpu.ofFamily(postmaster) - (asker == 0 ? 0 : Cpu.of(asker));
    }

    DataSource superuser() {
        return server.asSuperuser();
    }

    /** A connection as the service's: its role, its driver, and nothing between. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.SERVICE, server.servicePassword());
    }

    /** What tells the service to work on this database. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedServer.SERVICE);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", server.servicePassword());
        environment.put("CLIENTELE_DATABASE_OWNER_USERNAME", EmbeddedServer.OWNER);
        environment.put("CLIENTELE_DATABASE_OWNER_PASSWORD", server.ownerPassword());
        return environment;
    }

    /** The server's own folder. */
    Path folder() {
        return folder;
    }

    void run(String statement) throws SQLException {
        try (Connection connection = superuser().getConnection();
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** One value of one row. */
    synchronized String ask(String query) throws SQLException {
        if (asking == null) {
            asking = superuser().getConnection();
            asker = Long.parseLong(ask(asking, "select pg_backend_pid()"));
        }
        return ask(asking, query);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        try {
            if (asking != null) {
                asking.close();
            }
        } catch (SQLException e) {
            // The server, which is stopped now, ends it as well.
        }
        server.close();
    }
}
