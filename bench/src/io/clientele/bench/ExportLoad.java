package io.clientele.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Fetches files of all customers in turn with COPY of the same rows to nowhere. */
final class ExportLoad {

    private static final String GRID =
            "select c.id, customer_name(c.prefix, c.firstname, c.middlename, c.lastname, c.suffix),"
                    + " c.email, c.group_id, b.telephone, b.postcode, b.country_id, b.region, c.created_at, c.website_id"
                    + " from customer c left join customer_address b on b.customer_id = c.id and b.is_default_billing order by c.id";
    private static final String CUSTOMERS = "select c.* from customer c order by c.id";
    private static final String COMPOSITE =
            "select c.*, a.* from customer c left join customer_address a on a.customer_id = c.id order by c.id, a.id";

    private final Database database;
    private final Service service;
    private final JobApi api;

    /**
     * One file and its floor.
     *
     * @param firstByte seconds
     * @param copied seconds of COPY
     * @param copiedCpu of PostgreSQL for it, in milliseconds
     */
    record Turn(String name, long rows, double firstByte, Watched<Double> fetched, double copied, double copiedCpu) {

        double perSecond() {
            return rows / fetched.seconds();
        }
    }

    ExportLoad(Database database, Service service, JobApi api) {
        this.database = database;
        this.service = service;
        this.api = api;
    }

    List<Turn> round() throws Exception {
        List<Turn> turns = new ArrayList<>();
        for (String format : List.of("csv", "xlsx", "xml")) {
            turns.add(turn("the list, " + format, "/rest/V1/customerGrid/export?format=" + format, GRID));
        }
        turns.add(turn(
                "the list, csv, by last change",
                "/rest/V1/customerGrid/export?format=csv"
                        + "&searchCriteria%5Bsort_orders%5D%5B0%5D%5Bfield%5D=updated_at",
                GRID.replace("by c.id", "by c.updated_at")));
        turns.add(turn("customer, csv", file("customer"), CUSTOMERS));
        turns.add(turn("customer_composite, csv", file("customer_composite"), COMPOSITE));
        return turns;
    }

    private String file(String entity) throws IOException, InterruptedException {
        return "/rest/V1/exports/"
                + api.post("/rest/V1/exports", "{\"export\":{\"entity\":\"" + entity + "\"}}")
                        .path("id")
                        .asLong()
                + "/file";
    }

    private Turn turn(String name, String path, String floor) throws Exception {
        Watched<Double> fetched = Watched.of(service, database, () -> fetch(path));
        double cpu = database.cpu();
        long began = System.nanoTime();
        long rows;
        try (Connection bare = database.connect()) {
            rows = bare.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + floor + ") to stdout with (format csv)", OutputStream.nullOutputStream());
        }
        double copied = (System.nanoTime() - began) / 1e9;
        return new Turn(name, rows, fetched.result(), fetched, copied, database.cpu() - cpu);
    }

    /** Reads the file and throws it away; seconds until its first byte. */
    private double fetch(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<InputStream> answer =
                api.client().send(api.request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered with " + answer.statusCode());
            }
            in.read();
            double first = (System.nanoTime() - began) / 1e9;
            in.transferTo(OutputStream.nullOutputStream());
            return first;
        }
    }

    /** Exports are noted; those of the bench go. */
    void clear() throws SQLException {
        database.run("delete from transfer_export");
    }
}
