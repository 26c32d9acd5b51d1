package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Imports a file of customers with their addresses in turn with COPY of the very rows that came of it, under other keys, into the
 * same tables with their indexes, foreign keys and triggers.
 */
final class ImportLoad {

    private static final String SITE = "@import.example";
    private static final List<String> TABLES = List.of("customer", "customer_address", "customer_keyword");

    /** Further than any id that is given meanwhile. */
    private static final long FAR = 500_000_000L;

    private static final String FILE = """
            copy (
                select case when a.n = 1 then 'i%1$d-' || c.id || '@import.example' end as email,
                    case when a.n = 1 then 'base' end as _website, case when a.n = 1 then c.firstname end as firstname,
                    case when a.n = 1 then c.lastname end as lastname, case when a.n = 1 then c.dob end as dob,
                    case when a.n = 1 then c.gender end as gender, a.firstname as _address_firstname,
                    a.lastname as _address_lastname, a.company as _address_company,
                    array_to_string(a.street, E'\\n') as _address_street, a.city as _address_city,
                    case a.country_id when 'GB' then 'SW1A 1AA' when 'SE' then '211 20' else a.postcode end as _address_postcode, a.country_id as _address_country_id, case a.country_id when 'FR' then 'Rhône' else a.region end as _address_region,
                    a.telephone as _address_telephone, case when a.is_default_billing then 1 end as _address_default_billing_,
                    case when a.is_default_shipping then 1 end as _address_default_shipping_
                from customer c
                join (
                    select b.*, row_number() over (partition by b.customer_id order by b.id) as n
                    from customer_address b where b.customer_id <= %2$d
                ) a on a.customer_id = c.id
                order by c.id, a.n
            ) to stdout with (format csv, header)""";

    private final Database database;
    private final Service service;
    private final JobApi jobs;
    private final Path folder;
    private final int customers;

    /**
     * One turn.
     *
     * @param rows customers and addresses together
     * @param copied seconds of COPY
     * @param copiedCpu of COPY in PostgreSQL, in milliseconds
     */
    record Turn(boolean checked, long rows, Watched<JobApi.Ended> imported, double copied, double copiedCpu) {

        double times() {
            return imported.seconds() / copied;
        }
    }

    ImportLoad(Database database, Service service, JobApi jobs, Path folder, int customers) {
        this.database = database;
        this.service = service;
        this.jobs = jobs;
        this.folder = folder;
        this.customers = customers;
    }

    /** @param checked whether all rows are checked before the first is taken over, as it is without a word */
    Turn run(int number, boolean checked) throws Exception {
        Path file = folder.resolve("import.csv");
        write(FILE.formatted(number, customers), file);
        database.run("checkpoint");
        Watched<JobApi.Ended> imported = Watched.of(service, database, () -> {
            JsonNode begun = jobs.post(
                    "/rest/V1/imports?entity=customer_composite&validationStrategy=" + (checked ? "stop" : "skip"),
                    file);
            JobApi.Ended ended = jobs.await(begun.path("job_id").asLong());
            JsonNode run = jobs.get("/rest/V1/imports/" + begun.path("id").asLong());
            if (run.path("created").asLong() != customers || run.path("failed").asLong() != 0) {
                throw new IOException("the import came to " + run + " with "
                        + jobs.get("/rest/V1/imports/" + run.path("id").asLong()
                                + "/errors?searchCriteria%5Bpage_size%5D=3"));
            }
            return ended;
        });
        Files.delete(file);
        String mark = "email_key like 'i" + number + "-%" + SITE + "'";
        for (String table : TABLES) {
            write(copied(table, mark), folder.resolve(table));
        }
        database.run("checkpoint");
        double cpu = database.cpu();
        long began = System.nanoTime();
        long rows = 0;
        try (Connection bare = database.connect()) {
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                    long came = bare.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table + " (" + columns(table) + ") from stdin", in);
                    rows += table.equals("customer_keyword") ? 0 : came;
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double copiedCpu = database.cpu() - cpu;
        for (String table : TABLES) {
            Files.delete(folder.resolve(table));
        }
        return new Turn(checked, rows, imported, seconds, copiedCpu);
    }

    /** Takes all away again, so that the database holds what it was filled with. */
    void clear() throws SQLException {
        database.run("delete from customer where email_key like '%" + SITE + "'");
        database.run("delete from transfer_import");
        database.run("vacuum (analyze)");
    }

    private void write(String statement, Path file) throws SQLException, IOException {
        try (Connection connection = database.superuser().getConnection();
                OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, out);
        }
    }

    /** The rows of the run in a table, with keys that none has. */
    private String copied(String table, String mark) throws SQLException {
        String select = columns(table)
                .replaceAll("\\bcustomer_id\\b", "customer_id + " + FAR)
                .replaceAll("\\bid\\b", "id + " + FAR)
                .replaceAll("\\b(email(?:_key)?)\\b", "'f' || $1");
        String whose = table.equals("customer") ? mark : "customer_id in (select id from customer where " + mark + ")";
        return String.format(Locale.ROOT, "copy (select %s from %s where %s) to stdout", select, table, whose);
    }

    private String columns(String table) throws SQLException {
        return database.ask(
                "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
                        + " where table_schema = 'public' and table_name = '" + table + "' and is_generated = 'NEVER'");
    }
}
