package io.clientele;

import io.clientele.launch.Durability;
import io.clientele.launch.EmbeddedServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tests' PostgreSQL: as the service's own, but fast instead of safe, and gone after the tests. Migrations run as
 * the owner, the service as another role.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Unpacked once for all tests of this working copy. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private Path folder;
    private EmbeddedServer server;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("clientele-test");
            server = EmbeddedServer.start(
                    folder, BINARIES, Durability.FAST, Map.of("shared_preload_libraries", "pg_stat_statements"));
            // A test run that is broken off must not leave a server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            try (Connection connection = server.asSuperuser().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension pg_stat_statements");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the tests' PostgreSQL did not start", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(),
                "quarkus.datasource.username", EmbeddedServer.SERVICE,
                "quarkus.datasource.password", server.servicePassword(),
                "clientele.database.owner-username", EmbeddedServer.OWNER,
                "clientele.database.owner-password", server.ownerPassword());
    }

    @Override
    public void stop() {
        server.close();
        delete(folder);
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the folder " + folder + " could not be deleted", e);
        }
    }
}
