package io.clientele.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.postgresql.PGConnection;

/** Loads tier prices over REST, ten thousand a call, in turn with COPY of as many into the same table with its indexes. */
final class BulkLoad {

    static final int ROWS = 10_000;
    private static final int[] QUANTITIES = {5, 10, 50};

    private final Database database;
    private final Service service;
    private final String token;
    private final int skus;
    private final List<Turn> rest = new ArrayList<>();
    private final List<Turn> copies = new ArrayList<>();

    /**
     * What one call took.
     *
     * @param cpu of the program and PostgreSQL, in milliseconds
     */
    record Turn(double seconds, double cpu) {}

    BulkLoad(Database database, Service service, String token, int skus) {
        this.database = database;
        this.service = service;
        this.token = token;
        this.skus = skus;
    }

    List<Turn> rest() {
        return rest;
    }

    List<Turn> copies() {
        return copies;
    }

    static double seconds(List<Turn> turns) {
        return median(turns.stream().mapToDouble(Turn::seconds).toArray());
    }

    static double cpu(List<Turn> turns) {
        return median(turns.stream().mapToDouble(Turn::cpu).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Takes so many turns after a few that do not count, and takes all rows away again. */
    void run(int uncounted, int turns) throws Exception {
        clear();
        try (HttpConnection http = new HttpConnection(service.port());
                Connection bare = database.connect()) {
            long group = Long.parseLong(database.ask("select id from customer_group where code = 'Copied'"));
            long first =
                    Long.parseLong(database.ask("select min(product_id) from product_fact where sku like 'BENCH-%'"));
            // No row comes twice: with few products there are fewer turns.
            int most = Math.min(uncounted + turns, skus * QUANTITIES.length / ROWS);
            for (int turn = 0; turn < most; turn++) {
                byte[] request = request(turn);
                String rows = rows(turn, first, group);
                Turn loaded = time(service::cpu, () -> send(http, request));
                Turn copied = time(() -> Cpu.of(ProcessHandle.current().pid()), () -> copy(bare, rows));
                if (turn >= Math.min(uncounted, most - 1)) {
                    rest.add(loaded);
                    copies.add(copied);
                }
            }
        }
        String loaded = database.ask(count("Loaded"));
        String copied = database.ask(count("Copied"));
        if (!loaded.equals(copied)) {
            throw new IOException("REST loaded " + loaded + " rows and COPY " + copied);
        }
        clear();
    }

    private interface Work {
        void run() throws Exception;
    }

    private Turn time(DoubleSupplier program, Work work) throws Exception {
        double before = program.getAsDouble() + database.cpu();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Turn(seconds, program.getAsDouble() + database.cpu() - before);
    }

    private static void send(HttpConnection http, byte[] request) throws IOException {
        int status = http.send(request);
        if (status != 200 || !http.body().equals("[]")) {
            throw new IOException("a load was answered with " + status + ": " + http.body());
        }
    }

    private static void copy(Connection bare, String rows) throws SQLException, IOException {
        bare.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy tier_price (product_id, website_id, customer_group_id, quantity, price_type, value) from stdin",
                        new StringReader(rows));
    }

    /** The product of a row, from 0 on; each turn takes others until all have been taken. */
    private int product(int turn, int row) {
        return (int) (((long) turn * ROWS + row) / QUANTITIES.length % skus);
    }

    private static int quantity(int turn, int row) {
        return QUANTITIES[(int) (((long) turn * ROWS + row) % QUANTITIES.length)];
    }

    private byte[] request(int turn) {
        StringBuilder body = new StringBuilder("{\"prices\": [");
        for (int row = 0; row < ROWS; row++) {
            body.append(String.format(
                    Locale.ROOT,
                    "%s{\"price\": %d.5, \"price_type\": \"fixed\", \"website_id\": 0, \"sku\": \"BENCH-%07d\","
                            + " \"customer_group\": \"Loaded\", \"quantity\": %d}",
                    row == 0 ? "" : ", ",
                    1 + row % 97,
                    1 + product(turn, row),
                    quantity(turn, row)));
        }
        return HttpConnection.request(
                "/rest/V1/products/tier-prices", body.append("]}").toString(), "Authorization: Bearer " + token);
    }

    private String rows(int turn, long first, long group) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append(first + product(turn, row))
                    .append("\t0\t")
                    .append(group)
                    .append('\t')
                    .append(quantity(turn, row))
                    .append("\tfixed\t")
                    .append(1 + row % 97)
                    .append(".5\n");
        }
        return rows.toString();
    }

    private static String count(String group) {
        return "select count(*) from tier_price t join customer_group g on g.id = t.customer_group_id where g.code = '"
                + group + "'";
    }

    void clear() throws SQLException {
        database.run("delete from tier_price where customer_group_id in"
                + " (select id from customer_group where code in ('Loaded', 'Copied'))");
        database.run("vacuum tier_price");
    }
}
