package io.clientele.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures segments: recomputing and previewing each beside a statement by hand, judging a customer after an order, a steady
 * stream of orders, and telling the segments of customers and visitors.
 */
final class SegmentsBench {

    private static final String RECOMPUTE = "recompute";
    private static final String ORDER = "order";
    private static final String FLOW = "flow";
    private static final String READS = "reads";

    /** What can be asked for by itself. */
    private static final Set<String> PARTS = Set.of(RECOMPUTE, ORDER, FLOW, READS);

    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final double LONG_ENOUGH_SECONDS = 0.3;
    private static final int MOST_TIMES = 10;

    private final Options options;
    private final Database database;
    private final Path root;
    private final Path log;
    private final SegmentByHand hand;

    SegmentsBench(Options options, Database database, Path root, Path log) {
        this.options = options;
        this.database = database;
        this.root = root;
        this.log = log;
        this.hand = new SegmentByHand(database);
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
            machine.put(
                    "Moments of change kept",
                    database.ask("select to_char(count(*), 'FM999,999,999') from segment_due"));
            warmUp(api, ids);
            Timed idle = timed(service, 1, () -> LockSupport.parkNanos(IDLE.toNanos()));
            machine.put(
                    "CPU while nothing is asked for",
                    "%.0f ms a second of the service, %.0f of PostgreSQL"
                            .formatted(idle.serviceMs() / idle.seconds(), idle.databaseMs() / idle.seconds()));
            SegmentsReport report = new SegmentsReport(options, machine);
            if (isAsked(RECOMPUTE)) {
                measureCases(service, api, ids, report);
            }
            if (isAsked(ORDER) || isAsked(FLOW)) {
                // A rank is of everybody: each order has it recomputed whole, which is measured above.
                setRanks(api, ids, false);
                SegmentFlow flow = new SegmentFlow(database, service, api);
                if (isAsked(ORDER)) {
                    say("one order at a time");
                    report.single(flow.single(200), flow.statements(200));
                }
                if (isAsked(FLOW)) {
                    say("300 orders a second");
                    report.steady(flow.steady(Duration.ofSeconds(Math.max(20, options.seconds()))));
                }
                setRanks(api, ids, true);
            }
            if (isAsked(READS)) {
                reads(service, api, subjects, report);
            }
            return report;
        }
    }

    /** Whether the part is to be measured; with a part of a rule only recomputing is. */
    private boolean isAsked(String part) {
        String only = options.only();
        return only == null || only.equals(part) || (part.equals(RECOMPUTE) && !PARTS.contains(only));
    }

    private boolean isAsked(SegmentCase one) {
        String only = options.only();
        return only == null || PARTS.contains(only) || one.name().contains(only);
    }

    /** Recomputes and previews what is quickly done, of all shapes, until the service's code has been compiled. */
    private void warmUp(SegmentApi api, Map<SegmentCase, Long> ids) throws Exception {
        say("warming up");
        long end = System.nanoTime() + options.warmUp() * 1_000_000_000L;
        while (System.nanoTime() < end) {
            for (Map.Entry<SegmentCase, Long> each : ids.entrySet()) {
                if (System.nanoTime() < end && isAsked(each.getKey())) {
                    api.refresh(each.getValue());
                    long _ = api.preview(each.getKey());
                }
            }
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

    private void measureCases(Service service, SegmentApi api, Map<SegmentCase, Long> ids, SegmentsReport report)
            throws Exception {
        String zone = database.ask("select coalesce((select value from setting where path = 'general/locale/timezone'"
                + " and scope = 'default' limit 1), 'America/Los_Angeles')");
        List<Long> measured = new ArrayList<>();
        for (Map.Entry<SegmentCase, Long> each : ids.entrySet()) {
            SegmentCase one = each.getKey();
            if (!isAsked(one)) {
                continue;
            }
            say(one.rule());
            // What is done in no time is done several times, since CPU time is counted in hundredths of a second.
            String now = database.ask("select now()::text");
            Timed first = timed(service, 1, () -> hand.recompute(one.statement(now, zone), each.getValue(), now));
            int times = Math.clamp(Math.round(LONG_ENOUGH_SECONDS / first.seconds()), 1, MOST_TIMES);
            List<SegmentsReport.Turn> turns = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                Timed recomputed = timed(service, times, () -> api.refresh(each.getValue()));
                String at = database.ask("select recomputed_at::text from segment where id = " + each.getValue());
                long[] differs = new long[1];
                Timed byHand = timed(
                        service,
                        times,
                        () -> differs[0] = hand.recompute(one.statement(at, zone), each.getValue(), at));
                Timed withMoments = one.isTimed()
                        ? timed(
                                service,
                                times,
                                () -> hand.recomputeWithMoments(one.timedStatement(at, zone), each.getValue()))
                        : byHand;
                long[] counted = new long[2];
                Timed previewed = timed(service, times, () -> counted[0] = api.preview(one));
                Timed counts = timed(service, times, () -> counted[1] = hand.count(one.statement(at, zone)));
                turns.add(new SegmentsReport.Turn(
                        recomputed,
                        byHand,
                        withMoments,
                        previewed,
                        counts,
                        counted[1],
                        counted[0] == SegmentApi.REFUSED,
                        differs[0] + (counted[0] == SegmentApi.REFUSED ? 0 : Math.abs(counted[0] - counted[1]))));
            }
            report.add(one, turns);
            measured.add(each.getValue());
        }
        say("all of them at once");
        report.together(timed(service, 1, () -> api.refreshAll(measured)));
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
     * @param serviceMs CPU time of the service in milliseconds
     * @param databaseMs the same of PostgreSQL
     */
    record Timed(double seconds, double serviceMs, double databaseMs) {

        double cpu() {
            return serviceMs + databaseMs;
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What the work takes once, of so many times. */
    private Timed timed(Service service, int times, Work work) throws Exception {
        double serviceBefore = service.cpu();
        double databaseBefore = database.cpu();
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Timed(
                seconds / times, (service.cpu() - serviceBefore) / times, (database.cpu() - databaseBefore) / times);
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }
}
