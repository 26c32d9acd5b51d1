package io.clientele.bench;

import io.clientele.launch.EmbeddedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Reports orders and watches how long the segments take to follow. */
final class SegmentFlow {

    private static final int A_CALL = 100;
    private static final int CALLS_A_SECOND = 3;
    private static final long PATIENCE_NS = 120_000_000_000L;
    private static final String OF_SERVICE =
            " where userid = (select oid from pg_roles where rolname = '" + EmbeddedServer.SERVICE + "')";

    private final Database database;
    private final SegmentApi api;
    private final Service service;
    private final SplittableRandom random = new SplittableRandom(11);
    private final String[] customers;
    private int number;

    SegmentFlow(Database database, Service service, SegmentApi api) throws SQLException {
        this.database = database;
        this.service = service;
        this.api = api;
        this.customers = database.ask(
                        "select string_agg(id::text, ',') from (select id from customer where website_id = 1"
                                + " order by hashint8extended(id, 3) limit 20000) picked")
                .split(",");
    }

    /**
     * What was seen.
     *
     * @param median of the delay until all segments have followed, in milliseconds
     * @param p99 the same of 99 of a hundred
     * @param databaseMs CPU time of PostgreSQL for one order, with receiving it
     * @param serviceMs CPU time of the service for one order
     * @param perSecond orders
     */
    record Seen(double median, double p99, double databaseMs, double serviceMs, double perSecond) {}

    /** One order after the other, each after the segments have followed the one before. */
    Seen single(int orders) throws IOException, SQLException {
        for (int i = 0; i < 20; i++) {
            send(1);
            api.follow();
        }
        double[] delays = new double[orders];
        double before = database.cpu();
        double own = service.cpu();
        long start = System.nanoTime();
        for (int i = 0; i < orders; i++) {
            send(1);
            long began = System.nanoTime();
            api.follow();
            delays[i] = (System.nanoTime() - began) / 1e6;
        }
        return seen(delays, orders, database.cpu() - before, service.cpu() - own, start);
    }

    /**
     * What the statements of the service took.
     *
     * @param median of all of them together for one order, in milliseconds
     * @param p99 the same of 99 of a hundred
     * @param planning the part of them that is planning, on average
     * @param longest those that took most, in words
     */
    record Spent(double median, double p99, double planning, List<String> longest) {}

    /** The same as {@link #single}, as PostgreSQL itself counts its statements. */
    Spent statements(int orders) throws IOException, SQLException {
        database.run("create extension if not exists pg_stat_statements");
        database.run("select pg_stat_statements_reset()");
        double[] spent = new double[orders];
        double before = spentSoFar("total_exec_time + total_plan_time");
        for (int i = 0; i < orders; i++) {
            send(1);
            api.follow();
            double now = spentSoFar("total_exec_time + total_plan_time");
            spent[i] = now - before;
            before = now;
        }
        Arrays.sort(spent);
        return new Spent(
                spent[orders / 2],
                spent[(int) (orders * 0.99)],
                spentSoFar("total_plan_time") / orders,
                longest(orders));
    }

    private double spentSoFar(String columns) throws SQLException {
        return Double.parseDouble(
                database.ask("select coalesce(sum(" + columns + "), 0) from pg_stat_statements" + OF_SERVICE));
    }

    private List<String> longest(int orders) throws SQLException {
        return database.ask(
                        "select string_agg(line, chr(10)) from (select round(((total_exec_time + total_plan_time) / "
                                + orders + ")::numeric, 2) || ' ms, planning ' || round((total_plan_time / " + orders
                                + ")::numeric, 2) || ' ms, ' || round(calls::numeric / " + orders
                                + ", 2) || ' times: ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as line"
                                + " from pg_stat_statements" + OF_SERVICE
                                + " order by total_exec_time + total_plan_time desc limit 14) longest")
                .lines()
                .toList();
    }

    /** Orders in calls of a hundred, three a second. */
    Seen steady(Duration time) throws IOException, SQLException {
        int calls = (int) (time.toSeconds() * CALLS_A_SECOND);
        double[] delays = new double[calls];
        Deque<long[]> waiting = new ArrayDeque<>();
        double before = database.cpu();
        double own = service.cpu();
        long start = System.nanoTime();
        int sent = 0;
        int followed = 0;
        while (followed < calls) {
            if (sent < calls && System.nanoTime() - start >= sent * 1_000_000_000L / CALLS_A_SECOND) {
                send(A_CALL);
                String last = database.ask("select max(id) from segment_dirty");
                waiting.add(new long[] {last == null ? 0 : Long.parseLong(last), System.nanoTime()});
                sent++;
            }
            String oldest = database.ask("select min(id) from segment_dirty");
            long least = oldest == null ? Long.MAX_VALUE : Long.parseLong(oldest);
            while (!waiting.isEmpty() && waiting.peek()[0] < least) {
                delays[followed++] = (System.nanoTime() - waiting.remove()[1]) / 1e6;
            }
            if (System.nanoTime() - start > time.toNanos() + PATIENCE_NS) {
                throw new IOException("the segments do not follow: " + waiting.size() + " calls wait");
            }
            LockSupport.parkNanos(5_000_000);
        }
        return seen(delays, calls * A_CALL, database.cpu() - before, service.cpu() - own, start);
    }

    private static Seen seen(double[] delays, int orders, double databaseMs, double serviceMs, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(delays);
        return new Seen(
                delays[delays.length / 2],
                delays[(int) (delays.length * 0.99)],
                databaseMs / orders,
                serviceMs / orders,
                orders / seconds);
    }

    private void send(int orders) throws IOException {
        StringBuilder body = new StringBuilder("{\"orders\": [");
        for (int i = 0; i < orders; i++) {
            String customer = customers[random.nextInt(customers.length)];
            double price = 5 + random.nextInt(20_000) / 100.0;
            body.append(String.format(
                    Locale.ROOT,
                    "%s{\"external_id\": \"F%d-%d\", \"customer_id\": %s, \"website_id\": %d, \"status\": \"complete\","
                            + " \"placed_at\": \"%s\", \"currency\": \"USD\", \"subtotal\": %.2f, \"tax\": 0, \"shipping\": 0,"
                            + " \"discount\": 0, \"grand_total\": %.2f, \"lines\": [{\"sku\": \"ITEM-%05d\", \"qty\": 1,"
                            + " \"unit_price\": %.2f, \"row_total\": %.2f}]}",
                    i == 0 ? "" : ", ",
                    ProcessHandle.current().pid(),
                    ++number,
                    customer,
                    1,
                    Instant.now(),
                    price,
                    price,
                    1 + random.nextInt(10_000),
                    price,
                    price));
        }
        String answer = api.send("/rest/V1/activity/orders", body.append("]}").toString())
                .get("failed")
                .toString();
        if (!answer.equals("[]")) {
            throw new IOException("orders were refused: " + answer);
        }
    }
}
