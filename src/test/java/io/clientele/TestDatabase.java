package io.clientele;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The tests' PostgreSQL: real, embedded, fast instead of safe. Migrations run as the owner, the service as another. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role clientele_owner login password 'owner'");
                statement.execute("create role clientele login password 'service'");
                statement.execute("create database clientele owner clientele_owner");
            }
            try (Connection connection =
                            server.getDatabase("postgres", "clientele").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension pg_stat_statements");
                statement.execute("create extension pg_trgm");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the tests' PostgreSQL did not start", e);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/clientele";
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "clientele",
                "quarkus.datasource.password", "service",
                "clientele.database.owner-username", "clientele_owner",
                "clientele.database.owner-password", "owner");
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the tests' PostgreSQL did not stop", e);
        }
    }
}
