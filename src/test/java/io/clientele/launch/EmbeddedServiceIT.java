package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.RawRequest;
import io.clientele.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with a PostgreSQL of its own, as {@code ./clientele run} starts it. */
class EmbeddedServiceIT {

    private static Path folder;
    private static PackagedService service;
    private static DatabaseFile database;

    @BeforeAll
    static void start() throws Exception {
        folder = PackagedService.dataFolder();
        // The environment of the process has no LANG and no LC_ALL.
        service = PackagedService.withOwnDatabase(folder).start();
        database = DatabaseFile.read(DataFolder.databaseFile(folder));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        TestDatabase.delete(folder);
    }

    @Test
    void what_is_acknowledged_is_on_the_disk() throws Exception {
        assertThat(rows("select name || ' ' || setting from pg_settings where name in"
                        + " ('fsync', 'synchronous_commit', 'full_page_writes') order by 1"))
                .containsExactly("fsync on", "full_page_writes on", "synchronous_commit on");
    }

    /** What reads requests strictly is found by class loaders, and those of the package are not those of the tests. */
    @Test
    void ambiguous_requests_are_refused_in_the_package_too() throws Exception {
        String end = "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        for (String request : List.of(
                "POST /graphql HTTP/1.1\r\nHost: x\r\n" + end,
                "POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")) {
            RawRequest.Reply reply = RawRequest.send(service.port(), request);
            assertThat(reply.answers(400)).isEqualTo(1);
            assertThat(reply.answers()).isEqualTo(1);
            assertThat(reply.closed()).isTrue();
        }
    }

    @Test
    void the_server_keeps_pages_in_memory_by_the_size_of_the_machine() throws Exception {
        assertThat(
                        rows(
                                "select (setting::bigint * 8 / 1024)::text || 'MB' from pg_settings where name = 'shared_buffers'"))
                .containsExactly(ServerMemory.ofThisMachine().get("shared_buffers"));
    }

    /** A signature is checked at each start, and keeps classes out of the cache for quick starts. */
    @Test
    void no_library_of_the_package_is_signed() throws Exception {
        List<String> signed = new ArrayList<>();
        for (Path library : libraries()) {
            try (JarFile jar = new JarFile(library.toFile(), false)) {
                jar.stream()
                        .filter(entry -> entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
                        .forEach(entry -> signed.add(library.getFileName() + " " + entry.getName()));
            }
        }
        assertThat(signed).isEmpty();
    }

    private static List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "quarkus-app", "lib", "main"))) {
            List<Path> libraries =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(libraries).hasSizeGreaterThan(100);
            return libraries;
        }
    }

    @Test
    void everybody_needs_a_password() throws Exception {
        assertThat(rows("select distinct auth_method from pg_hba_file_rules")).containsExactly("scram-sha-256");
        assertThatThrownBy(() -> connect(EmbeddedServer.SERVICE, ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> connect("postgres", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_server_listens_on_loopback_only() throws Exception {
        assertThat(rows("select name || '=' || setting from pg_settings where name in"
                        + " ('listen_addresses', 'unix_socket_directories') order by 1"))
                .containsExactly("listen_addresses=127.0.0.1", "unix_socket_directories=");
    }

    @Test
    void accented_letters_fold_whatever_the_environment_says() throws Exception {
        assertThat(rows("select lower('ÉLODIE ŁUKASZ')")).containsExactly("élodie łukasz");
        assertThat(rows("show server_encoding")).containsExactly("UTF8");
    }

    @Test
    void the_service_role_owns_nothing_and_cannot_create() throws Exception {
        assertThat(rows("select relname from pg_class where pg_get_userbyid(relowner) = 'clientele'"))
                .isEmpty();
        assertThat(
                        rows(
                                "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname like 'clientele%'"))
                .containsExactly("f", "f");
        try (Connection connection = connect(EmbeddedServer.SERVICE, database.service());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void only_its_owner_can_read_the_passwords() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DataFolder.databaseFile(folder))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_start_says_where_everything_is() throws Exception {
        String root = "http://127.0.0.1:" + service.port();
        assertThat(service.output())
                .contains("Clientele is ready (local)")
                .contains(root + "/rest/V1")
                .contains(root + "/graphql")
                .contains(root + "/q/swagger-ui")
                .contains(root + "/q/graphql-ui");
    }

    @Test
    void the_tools_for_people_are_open() throws Exception {
        assertThat(service.get("/q/swagger-ui/").statusCode()).isEqualTo(200);
        assertThat(service.get("/q/graphql-ui/").statusCode()).isEqualTo(200);
        assertThat(service.get("/q/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void liveness_and_metrics_are_served() throws Exception {
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(service.get("/q/metrics").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void a_request_keeps_its_id_and_an_unusable_one_is_replaced() throws Exception {
        HttpResponse<String> kept = service.client()
                .send(
                        service.request("/q/health/live")
                                .header("X-Request-Id", "order-4711")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(kept.headers().firstValue("X-Request-Id")).contains("order-4711");
        HttpResponse<String> replaced = service.client()
                .send(
                        service.request("/q/health/live")
                                .header("X-Request-Id", "a b{c}")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(replaced.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f]{24}");
    }

    @Test
    void a_second_start_on_the_same_port_says_so_in_one_line() throws Exception {
        Path other = PackagedService.dataFolder();
        try (PackagedService second = new PackagedService(Map.of(
                        "CLIENTELE_DATA", other.toString(), "QUARKUS_HTTP_PORT", Integer.toString(service.port())))
                .launch()) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output())
                    .isEqualTo("clientele: Port " + service.port() + " is taken. Stop what listens there, or choose"
                            + " another with QUARKUS_HTTP_PORT.\n");
        } finally {
            TestDatabase.delete(other);
        }
        assertThat(service.isReady()).isTrue();
    }

    @Test
    void a_second_start_on_the_same_folder_says_so_in_one_line() throws Exception {
        try (PackagedService second = PackagedService.withOwnDatabase(folder).launch()) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output().lines()).hasSize(1);
            assertThat(second.output())
                    .startsWith("clientele: The data folder ")
                    .contains("is in use by process ");
        }
        assertThat(service.isReady()).isTrue();
    }

    @Test
    void without_brokers_nothing_of_kafka_is_started() throws Exception {
        assertThat(jcmd("Thread.print")).contains("recurring").doesNotContainIgnoringCase("kafka");
        assertThat(jcmd("GC.class_histogram")).contains("java.lang.String").doesNotContain("org.apache.kafka");
        assertThat(service.get("/q/health").body()).contains("database").doesNotContainIgnoringCase("kafka");
        assertThat(service.output().lines())
                .filteredOn(line -> !line.contains("Installed features"))
                .noneMatch(line -> line.contains("kafka") || line.contains("SRMSG"));
    }

    private static String jcmd(String command) throws Exception {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).as(answer).isZero();
        return answer;
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect("postgres", database.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(EmbeddedServer.jdbcUrl(database.port()), user, password);
    }
}
