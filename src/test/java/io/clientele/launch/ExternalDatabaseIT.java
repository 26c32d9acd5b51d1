package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientele.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service in production mode on a PostgreSQL that it did not start. */
class ExternalDatabaseIT {

    private static final Path OLD = Path.of("target", "old-postgres", "postgres-14.jar");

    private static Path folder;
    private static EmbeddedServer server;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("clientele-external");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of());
        service = PackagedService.on(server).start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void the_tools_for_people_are_closed() throws Exception {
        for (String path : new String[] {
            "/q/swagger-ui",
            "/q/swagger-ui/",
            "/q/openapi",
            "/q/openapi.json",
            "/q/graphql-ui/",
            "/graphql/schema.graphql"
        }) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void logs_are_json() throws Exception {
        assertThat(service.output().lines().filter(line -> line.contains("Listening on")))
                .singleElement()
                .asString()
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void a_separate_owner_is_no_reason_to_warn() throws Exception {
        assertThat(service.output()).doesNotContain("warning");
    }

    @Test
    void a_service_role_that_owns_the_schema_is_warned_about() throws Exception {
        try (PackagedService owning = new PackagedService(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", EmbeddedServer.OWNER,
                        "QUARKUS_DATASOURCE_PASSWORD", server.ownerPassword()))
                .start()) {
            assertThat(owning.output())
                    .contains("clientele: warning: the service's database role owns the schema; name a separate owner"
                            + " with CLIENTELE_DATABASE_OWNER_USERNAME and CLIENTELE_DATABASE_OWNER_PASSWORD.");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_line() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + PackagedService.freePort() + "/clientele";
        try (PackagedService lost =
                new PackagedService(Map.of("QUARKUS_DATASOURCE_JDBC_URL", url + "?password=secret")).launch()) {
            assertThat(lost.awaitExit()).isEqualTo(1);
            assertThat(lost.output().lines()).hasSize(1);
            assertThat(lost.output())
                    .startsWith("clientele: The database at " + url + " cannot be used: ")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_database_that_is_too_old_is_told_in_one_line() throws Exception {
        assumeTrue(Files.exists(OLD), "PostgreSQL 14 is fetched for Linux on x64 only");
        try (EmbeddedPostgres old = EmbeddedPostgres.builder()
                        .setPgBinaryResolver((system, machine) -> oldBinaries())
                        .start();
                PackagedService refused = new PackagedService(Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                old.getJdbcUrl("postgres", "postgres"),
                                "QUARKUS_DATASOURCE_USERNAME",
                                "postgres"))
                        .launch()) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.output())
                    .isEqualTo("clientele: The database at jdbc:postgresql://localhost:" + old.getPort()
                            + "/postgres is PostgreSQL 14; Clientele needs 15 or newer.\n");
        }
    }

    /** Not on the class path, where they would hide the binaries of the service's own server. */
    private static InputStream oldBinaries() throws IOException {
        try (ZipFile jar = new ZipFile(OLD.toFile())) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return new ByteArrayInputStream(jar.getInputStream(archive).readAllBytes());
        }
    }

    @Test
    void a_mode_that_is_none_is_told_in_one_line() throws Exception {
        try (PackagedService wrong =
                new PackagedService(Map.of("CLIENTELE_MODE", "test", "CLIENTELE_DATA", folder.toString())).launch()) {
            assertThat(wrong.awaitExit()).isEqualTo(1);
            assertThat(wrong.output())
                    .isEqualTo("clientele: CLIENTELE_MODE is \"local\" or \"production\", not \"test\"\n");
        }
    }
}
