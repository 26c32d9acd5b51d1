package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientele.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of the service and the start after it: what stays, and what does not stay behind. */
class RestartIT {

    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = PackagedService.dataFolder();
    }

    @AfterEach
    void deleteFolder() {
        TestDatabase.delete(folder);
    }

    @Test
    void after_a_kill_the_next_start_stops_the_orphan_and_goes_on_with_its_data() throws Exception {
        ProcessHandle orphan;
        try (PackagedService killed = PackagedService.withOwnDatabase(folder).start()) {
            asOwner("create table kept as select 42 as answer");
            orphan = postgres();
            killed.kill();
        }
        assertThat(orphan.isAlive()).isTrue();

        try (PackagedService next = PackagedService.withOwnDatabase(folder).start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(asOwner("select answer from kept")).isEqualTo("42");
            ProcessHandle server = postgres();

            next.terminate();

            assertThat(next.awaitExit()).as("%s", next.output()).isZero();
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void an_ordinary_user_can_run_it() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = folder.resolve("data");
        String[] asNobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        assumeTrue(new ProcessBuilder(
                                "setpriv",
                                asNobody[1],
                                asNobody[2],
                                asNobody[3],
                                "test",
                                "-r",
                                "target/quarkus-app/app")
                        .start()
                        .waitFor()
                == 0);
        try (PackagedService service =
                PackagedService.withOwnDatabase(data).prefixed(asNobody).start()) {
            assertThat(Files.getOwner(data.resolve("postgres")).getName()).isEqualTo("nobody");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            service.terminate();
            assertThat(service.awaitExit()).isZero();
        }
    }

    private ProcessHandle postgres() throws Exception {
        String pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private String asOwner(String sql) throws Exception {
        DatabaseFile database = DatabaseFile.read(DataFolder.databaseFile(folder));
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedServer.jdbcUrl(database.port()), EmbeddedServer.OWNER, database.owner());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
