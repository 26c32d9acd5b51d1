package io.clientele.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures segments: recomputing and previewing each beside a statement by hand, judging a customer after an order, a steady
 * stream of orders, and telling the segments of customers and visitors.
 */
final class SegmentsBench {

    private final Options options;
    private final Database database;
    private final Path root;
    private final Path log;

    SegmentsBench(Options options, Database database, Path root, Path log) {
        this.options = options;
        this.database = database;
        this.root = root;
        this.log = log;
    }

    SegmentsReport run(Map<String, String> machine) throws Exception {
        say("filling activity");
        SegmentFill.run(database, root.resolve("bench/activity.sql"));
        for (String table : List.of("sales_order", "sales_order_line", "cart", "product_view")) {
            machine.put("Rows of " + table, database.ask("select to_char(count(*), 'FM999,999,999') from " + table));
        }
        List<SegmentCase> cases = SegmentCase.all(root.resolve("bench/segments.txt"));
        Subjects subjects = new Subjects(database.superuser());
        Subjects.Subject admin = subjects.administrator();
        try (Service service = Service.start(root, log, database.environment());
                SegmentApi api = new SegmentApi(database, service, admin.token())) {
            say("making " + cases.size() + " segments");
            Map<SegmentCase, Long> ids = new LinkedHashMap<>();
            long began = System.nanoTime();
            for (SegmentCase each : cases) {
                ids.put(each, api.segment(each));
            }
            api.settle();
            machine.put("All segments made and filled in", "%.0f s".formatted((System.nanoTime() - began) / 1e9));
            database.run("vacuum (analyze) segment_member, segment_due, segment_change, event");
            machine.put(
                    "Members of all segments",
                    database.ask("select to_char(count(*), 'FM999,999,999') from segment_member"));
            SegmentsReport report = new SegmentsReport(options, machine);
            String zone =
                    database.ask("select coalesce((select value from setting where path = 'general/locale/timezone'"
                            + " and scope = 'default' limit 1), 'America/Los_Angeles')");
            measureCases(service, api, ids, zone, report);
            // A rank is of everybody: each order has it recomputed whole, which is measured above.
            setRanks(api, ids, false);
            SegmentFlow flow = new SegmentFlow(database, service, api);
            say("one order at a time");
            report.single(flow.single(200));
            say("300 orders a second");
            report.steady(flow.steady(Duration.ofSeconds(Math.max(20, options.seconds()))));
            reads(service, api, subjects, report);
            setRanks(api, ids, true);
            return report;
        }
    }

    private static void setRanks(SegmentApi api, Map<SegmentCase, Long> ids, boolean active) throws Exception {
        for (Map.Entry<SegmentCase, Long> each : ids.entrySet()) {
            if (each.getKey().rule().contains("rank(")) {
                api.setActive(each.getValue(), active);
            }
        }
        api.settle();
    }

    private void measureCases(
            Service service, SegmentApi api, Map<SegmentCase, Long> ids, String zone, SegmentsReport report)
            throws Exception {
        List<Long> measured = new ArrayList<>();
        for (Map.Entry<SegmentCase, Long> each : ids.entrySet()) {
            SegmentCase one = each.getKey();
            if (options.only() != null && !one.name().contains(options.only())) {
                continue;
            }
            say(one.rule());
            List<SegmentsReport.Turn> turns = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                String at = database.ask("select now()::text");
                Timed recomputed = timed(service, () -> api.refresh(each.getValue()));
                long[] differs = new long[1];
                Timed byHand = timed(service, () -> differs[0] = hand(one.statement(at, zone), each.getValue()));
                long[] counted = new long[2];
                Timed previewed = timed(service, () -> counted[0] = api.preview(one));
                Timed counts = timed(service, () -> counted[1] = count(one.statement(at, zone)));
                turns.add(new SegmentsReport.Turn(
                        recomputed,
                        byHand,
                        previewed,
                        counts,
                        counted[0],
                        differs[0] + Math.abs(counted[0] - counted[1])));
            }
            report.add(one, turns);
            measured.add(each.getValue());
        }
        say("all of them at once");
        report.together(timed(service, () -> api.refreshAll(measured)));
    }

    private void reads(Service service, SegmentApi api, Subjects subjects, SegmentsReport report) throws Exception {
        say("reading segments");
        api.share();
        List<byte[]> own = new ArrayList<>();
        for (Subjects.Subject customer : subjects.customers(2_000)) {
            own.add(HttpConnection.request(
                    "/graphql",
                    "{\"query\":\"{ customer { segments { uid } } }\"}",
                    "Authorization: Bearer " + customer.token()));
        }
        try (SegmentVisitor visitor = new SegmentVisitor(database, service, api);
                Load load = new Load(options.connections(), database::cpu);
                Load alone = new Load(1, database::cpu)) {
            report.reads("Customer.segments", window(service, load, own, options.connections()));
            report.reads(
                    "one visitor against 100 segments, one request after the other",
                    window(service, alone, visitor.requests(), 1));
        }
    }

    private Window window(Service service, Load load, List<byte[]> requests, int width) throws Exception {
        List<Load.Worker> workers = new ArrayList<>();
        List<HttpConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < width; i++) {
                HttpConnection connection = new HttpConnection(service.port());
                connections.add(connection);
                workers.add(random -> {
                    int status = connection.send(requests.get(random.nextInt(requests.size())));
                    if (status != 200 || connection.body().contains("\"errors\"")) {
                        throw new java.io.IOException("answered with " + status + ": " + connection.body());
                    }
                });
            }
            load.run(Duration.ofSeconds(options.warmUp()), workers, service::cpu);
            return load.run(Duration.ofSeconds(options.seconds()), workers, service::cpu);
        } finally {
            for (HttpConnection each : connections) {
                each.close();
            }
        }
    }

    /**
     * What one thing took.
     *
     * @param cpu of the service and PostgreSQL, in milliseconds
     */
    record Timed(double seconds, double cpu) {}

    private interface Work {
        void run() throws Exception;
    }

    private Timed timed(Service service, Work work) throws Exception {
        double before = service.cpu() + database.cpu();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Timed(seconds, service.cpu() + database.cpu() - before);
    }

    /** Recomputes by hand: who it should be, who comes and who goes. Says how many differ from the members there are. */
    private long hand(String select, long id) throws SQLException {
        // The service's role makes no tables, not even for a while.
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table hand (id bigint) on commit drop");
            statement.execute("insert into hand " + select);
            try (ResultSet row = statement.executeQuery(
                    "select (select count(*) from hand h where not exists (select from segment_member m where m.segment_id = "
                            + id + " and m.customer_id = h.id))"
                            + " + (select count(*) from segment_member m where m.segment_id = " + id
                            + " and not exists (select from hand h where h.id = m.customer_id))")) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private long count(String select) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from (" + select + ") chosen")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }
}
