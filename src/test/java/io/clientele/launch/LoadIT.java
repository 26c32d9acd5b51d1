package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that fill a database, as people give them. */
class LoadIT {

    private static final String HEADER = "CustomerKey,Prefix,FirstName,LastName,BirthDate,Gender,EmailAddress\n";
    private static final String JON = "11000,MR.,JON,YANG,04/08/1966,M,jon24@adventure-works.com\n";
    private static final String EUGENE = "11001,MR.,EUGENE,HUANG,5/14/1965,M,eugene10@adventure-works.com\n";

    private Path folder;
    private Path files;

    @BeforeEach
    void makeFolders() throws Exception {
        folder = PackagedService.dataFolder();
        files = Files.createDirectory(folder.resolve("files"));
    }

    @AfterEach
    void deleteFolder() {
        TestDatabase.delete(folder);
    }

    @Test
    void loading_works_beside_a_running_service_and_without_one_and_opens_no_port() throws Exception {
        write(HEADER + JON);
        try (PackagedService service = PackagedService.withOwnDatabase(folder).start()) {
            // On the service's own port: it would be taken if this listened.
            try (PackagedService load = load(service.port())) {
                assertThat(load.awaitExit()).as("%s", load.output()).isZero();
                assertThat(load.output()).contains("Loaded 1 customers", "1 of them are new");
            }
            String found = service.post(
                            "/rest/V1/integration/customer/token",
                            "{\"username\":\"jon24@adventure-works.com\",\"password\":\"x\"}")
                    .body();
            assertThat(found).contains("incorrect");
            assertThat(service.isReady()).isTrue();
        }

        write(HEADER + JON + EUGENE);
        try (PackagedService load = load(PackagedService.freePort())) {
            assertThat(load.awaitExit()).as("%s", load.output()).isZero();
            assertThat(load.output()).contains("Loaded 2 customers", "1 of them are new");
        }

        write(HEADER + JON + EUGENE + "11002,MR.\n");
        try (PackagedService load = load(PackagedService.freePort())) {
            assertThat(load.awaitExit()).as("%s", load.output()).isEqualTo(1);
            assertThat(load.output()).contains("clientele: AdventureWorks_Customers.csv, after line 3: ");
        }
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void invoices_are_loaded_from_a_file_and_what_is_no_data_set_is_refused() throws Exception {
        Path file = files.resolve("retail.csv");
        Files.writeString(file, """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
                536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
                """);
        try (PackagedService load = load("online-retail", file, PackagedService.freePort())) {
            assertThat(load.awaitExit()).as("%s", load.output()).isZero();
            assertThat(load.output())
                    .contains("Loaded 1 orders with 2 lines", "1 of them are new", "1 customers were made for them.");
        }
        try (PackagedService load = load("offline-retail", file, PackagedService.freePort())) {
            assertThat(load.awaitExit()).as("%s", load.output()).isEqualTo(2);
            assertThat(load.output())
                    .contains("clientele: \"load\" takes adventureworks and a folder, or online-retail and a file");
        }
    }

    private void write(String text) throws Exception {
        Files.writeString(files.resolve("AdventureWorks_Customers.csv"), text);
    }

    private PackagedService load(int port) throws Exception {
        return load("adventureworks", files, port);
    }

    private PackagedService load(String set, Path path, int port) throws Exception {
        return new PackagedService(
                        Map.of("CLIENTELE_DATA", folder.toString(), "QUARKUS_HTTP_PORT", Integer.toString(port)))
                .commanded("load", set, path.toString())
                .launch();
    }
}
