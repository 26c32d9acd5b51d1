package io.clientele.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How soon a webhook tells of changes that are made at a fixed rate, while another one's receiver is not there, and how fast the
 * feed is read.
 */
final class Events {

    static final String NAME = "events";

    private static final int CHANGES_A_SECOND = 200;
    private static final int CUSTOMERS = 2_000;
    private static final int CALLERS = 8;
    private static final int IN_THE_FEED = 300_000;
    private static final int A_PAGE = 1_000;
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final Path root;
    private final Path log;
    private final Database database;

    Events(Options options, Path root, Path log, Database database) {
        this.options = options;
        this.root = root;
        this.log = log;
        this.database = database;
    }

    /** The report's lines. */
    String measure() throws Exception {
        Map<String, String> environment = new TreeMap<>(database.environment());
        environment.put("CLIENTELE_OUTGOING_ALLOW_PRIVATE", "true");
        try (Service service = Service.start(root, log, environment);
                EventReceiver receiver = new EventReceiver()) {
            Subjects subjects = new Subjects(database.superuser());
            String bearer = "Authorization: Bearer " + subjects.administrator().token();
            StringBuilder text = new StringBuilder("| what | figure | goal |\n|---|--:|---|\n");
            webhooks(service, receiver, subjects.customers(CUSTOMERS), bearer, text);
            feed(service, bearer, text);
            return text.toString();
        }
    }

    private void webhooks(
            Service service,
            EventReceiver receiver,
            List<Subjects.Subject> customers,
            String bearer,
            StringBuilder text)
            throws Exception {
        long good = webhook(service, bearer, "http://127.0.0.1:" + receiver.port() + "/");
        // Nobody listens at the port of nothing.
        long dead = webhook(service, bearer, "http://127.0.0.1:1/");
        try (OpenLoop changes = new OpenLoop(CALLERS)) {
            changes.run(Duration.ofSeconds(options.warmUp()), CHANGES_A_SECOND, callers(service, customers, bearer));
            await(receiver, (long) options.warmUp() * CHANGES_A_SECOND);
            receiver.forget();
            double own = service.cpu();
            double other = database.cpu();
            Duration time = Duration.ofSeconds(options.seconds());
            int[] answers = changes.run(time, CHANGES_A_SECOND, callers(service, customers, bearer));
            long changed = answers.length;
            await(receiver, changed);
            int[] delays = receiver.delays();
            text.append(row("Changes of customers a second", CHANGES_A_SECOND, "", ""));
            text.append(row("ms from the change to the receiver, median", at(delays, 0.5), "", ""));
            text.append(row("the same of 99 of a hundred", at(delays, 0.99), "under 1,000", "**"));
            text.append(row("the same at most", at(delays, 1), "", ""));
            text.append(row("events that came, of " + changed, delays.length, "all", ""));
            text.append(row("events that came twice", receiver.doubles(), "", ""));
            text.append(row("ms of an answer to a change, 99 of a hundred", at(answers, 0.99) / 1_000, "", ""));
            text.append(row("CPU ms of the service for a change, told", (service.cpu() - own) / changed, "", ""));
            text.append(row("CPU ms of PostgreSQL for it", (database.cpu() - other) / changed, "", ""));
            text.append(row(
                    "rows that wait for the receiver that is not there",
                    Double.parseDouble(
                            database.ask("select count(*) from webhook_delivery where webhook_id = " + dead)),
                    "under 200",
                    ""));
        } finally {
            for (long id : new long[] {good, dead}) {
                database.run("delete from webhook where id = " + id);
            }
        }
    }

    private static List<Load.Worker> callers(Service service, List<Subjects.Subject> customers, String bearer)
            throws IOException {
        List<Load.Worker> workers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            HttpConnection connection = new HttpConnection(service.port());
            int own = i;
            workers.add(random -> {
                // Two callers never meet at one customer.
                long id = customers
                        .get(random.nextInt(customers.size() / CALLERS) * CALLERS + own)
                        .id();
                int status = connection.send(HttpConnection.put(
                        "/rest/V1/customers/" + id,
                        "{\"customer\":{\"id\":" + id + ",\"middlename\":\"" + Long.toHexString(random.nextLong())
                                + "\"}}",
                        bearer));
                if (status != 200) {
                    throw new IOException("answered with " + status + ": " + connection.body());
                }
            });
        }
        return workers;
    }

    private static long webhook(Service service, String bearer, String url) throws IOException {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            int status = connection.send(HttpConnection.request(
                    "/rest/V1/webhooks",
                    "{\"webhook\":{\"url\":\"" + url + "\",\"events\":[\"customer.changed\"]}}",
                    bearer));
            if (status != 200) {
                throw new IOException("a webhook was answered with " + status + ": " + connection.body());
            }
            return JSON.readTree(connection.body()).get("id").asLong();
        }
    }

    private static void await(EventReceiver receiver, long count) {
        long end = System.nanoTime() + PATIENCE_NS;
        while (receiver.count() < count && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Reads events that have no places yet, and then the same again. */
    private void feed(Service service, String bearer, StringBuilder text) throws Exception {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            String cursor = read(service, connection, bearer, "").cursor();
            for (String what : List.of("given places first", "again")) {
                if (what.startsWith("given")) {
                    database.run("insert into event (event_id, type, customer_id, data, happened_at)"
                            + " select gen_random_uuid(), 'customer.changed', n % 100000 + 1, jsonb_build_object("
                            + "'customer_id', n % 100000 + 1, 'website_id', 1), now() from generate_series(1, "
                            + IN_THE_FEED + ") n");
                    database.run("vacuum analyze event");
                }
                double own = service.cpu();
                double other = database.cpu();
                Read read = read(service, connection, bearer, cursor);
                text.append(
                        row("events a second from the feed, " + what, read.events() / read.seconds(), "20,000", "**"));
                text.append(row(
                        "CPU µs of the service for an event", (service.cpu() - own) * 1_000 / read.events(), "", ""));
                text.append(row(
                        "CPU µs of PostgreSQL for an event", (database.cpu() - other) * 1_000 / read.events(), "", ""));
            }
        }
    }

    private record Read(long events, double seconds, String cursor) {}

    private static Read read(Service service, HttpConnection connection, String bearer, String from)
            throws IOException {
        long began = System.nanoTime();
        long events = 0;
        String cursor = from;
        while (true) {
            int status = connection.send(
                    HttpConnection.request("/rest/V1/events?limit=" + A_PAGE + "&after=" + cursor, "", bearer));
            if (status != 200) {
                throw new IOException("the feed was answered with " + status + ": " + connection.body());
            }
            // Its end is enough: reading all of it would measure the reader.
            String body = connection.body();
            String next = body.substring(body.lastIndexOf("\"next\"") + 6).replaceAll("[^0-9]", "");
            if (next.equals(cursor) || body.startsWith("{\"items\":[]")) {
                return new Read(Math.max(events, 1), (System.nanoTime() - began) / 1e9, next);
            }
            events += cursor.isEmpty() ? 0 : Long.parseLong(next) - Long.parseLong(cursor);
            cursor = next;
        }
    }

    private static double at(int[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static String row(String what, double figure, String goal, String mark) {
        String shown = String.format(Locale.ROOT, figure < 10 ? "%.2f" : "%,.0f", figure);
        return "| " + what + " | " + mark + shown + mark + " | " + goal + " |\n";
    }
}
