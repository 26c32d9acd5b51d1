package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that import and export, as people give them. */
class TransferIT {

    private static final String HEADER = "email,_website,firstname,lastname\n";
    private static final String ADA = "ada@example.com,base,Ada,Lovelace\n";
    private static final String ALAN = "alan@example.com,base,Alan,Turing\n";

    private Path folder;
    private Path file;

    @BeforeEach
    void makeFolders() throws Exception {
        folder = PackagedService.dataFolder();
        file = Files.createDirectory(folder.resolve("files")).resolve("customers.csv");
    }

    @AfterEach
    void deleteFolder() {
        TestDatabase.delete(folder);
    }

    @Test
    void files_come_and_go_beside_a_running_service_and_without_one() throws Exception {
        Files.writeString(file, HEADER + ADA);
        try (PackagedService service = PackagedService.withOwnDatabase(folder).start()) {
            said(service.port(), 0, List.of("import", file.toString()), "1 rows: done. Created 1, updated 0");
        }
        int port = PackagedService.freePort();
        Files.writeString(file, HEADER + ADA + ",base,No,Mail\n" + ALAN);
        said(port, 1, List.of("import", file.toString(), "--check"), "Created 0, updated 0, deleted 0, refused 1.");
        said(
                port,
                1,
                List.of("import", file.toString(), "--allowed-errors", "0"),
                "failed. Created 0",
                "nothing was imported");
        said(port, 1, List.of("import", file.toString(), "--on-error", "skip"), "done. Created 1, updated 1");
        Path out = file.resolveSibling("out.csv");
        said(port, 0, List.of("export", out.toString(), "--entity", "customer"), "Wrote " + out);
        assertThat(Files.readAllLines(out)).hasSize(3).anyMatch(line -> line.startsWith("alan@example.com,base,"));
        said(port, 0, List.of("import", out.toString(), "--behavior", "delete"), "deleted 2");
        said(port, 2, List.of("import", file.toString(), "--guess"), "\"--guess\" is no option");
        said(port, 1, List.of("import", folder.resolve("nothing.csv").toString()), "there is no file");
        Files.writeString(file, "sku,price\n1,2\n");
        said(port, 1, List.of("import", file.toString()), "The column \"email\" is missing.");
    }

    private void said(int port, int code, List<String> command, String... words) throws Exception {
        try (PackagedService process = new PackagedService(
                        Map.of("CLIENTELE_DATA", folder.toString(), "QUARKUS_HTTP_PORT", Integer.toString(port)))
                .commanded(command.toArray(String[]::new))
                .launch()) {
            assertThat(process.awaitExit()).as("%s", process.output()).isEqualTo(code);
            assertThat(process.output()).contains(words);
        }
    }
}
