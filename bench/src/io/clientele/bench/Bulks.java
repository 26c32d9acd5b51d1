package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Making customers without passwords: by one client that waits for each answer, by four, and as one bulk, in turn. The rate of
 * the bulk counts from the moment its request is sent until the last of its operations has ended; the mails that all three
 * cause are part of the load.
 */
final class Bulks {

    static final String NAME = "bulk";

    /** Those of one request. */
    private static final int CUSTOMERS = 5_000;

    private static final String WAITING = "select count(*) from outbox where parked_at is null and due_at <= now()";
    private static final long LONGEST_SECONDS = 300;
    private static final long LONGEST_SETTLING_SECONDS = 60;

    private final Options options;
    private final Path root;
    private final Path log;
    private final Path recording;
    private final Database database;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());

    Bulks(Options options, Path root, Path log, Path recording, Database database) {
        this.options = options;
        this.root = root;
        this.log = log;
        this.recording = recording;
        this.database = database;
    }

    /** The report's lines. */
    String measure() throws Exception {
        Map<String, String> environment = new HashMap<>(database.environment());
        // There is no mail server: mails are rendered and logged instead of failing again and again.
        environment.put("CLIENTELE_MAIL_SEND", "false");
        try (Service service = Service.start(root, log, environment);
                Load load = new Load(options.connections(), database::cpu)) {
            String bearer = "Authorization: Bearer "
                    + new Subjects(database.superuser()).administrator().token();
            Duration turn = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
            load.run(
                    Duration.ofSeconds(options.warmUp()),
                    callers(service, bearer, options.connections()),
                    service::cpu);
            bulk(service, bearer);
            double[][] rates = new double[3][options.rounds()];
            double[][] cpu = new double[3][options.rounds()];
            double[][] sql = new double[3][options.rounds()];
            double[] late = new double[options.rounds()];
            Profile profile = new Profile(service.pid(), recording);
            for (int round = 0; round < options.rounds(); round++) {
                settle();
                Window one = load.run(turn, callers(service, bearer, 1), service::cpu);
                settle();
                Window four = load.run(turn, callers(service, bearer, options.connections()), service::cpu);
                settle();
                if (options.profile() && round == 0) {
                    profile.start();
                }
                double program = service.cpu();
                double server = database.cpu();
                double seconds = bulk(service, bearer);
                late[round] = Long.parseLong(database.ask(WAITING));
                rates[0][round] = one.perSecond();
                rates[1][round] = four.perSecond();
                rates[2][round] = CUSTOMERS / seconds;
                cpu[0][round] = one.cpu();
                cpu[1][round] = four.cpu();
                sql[0][round] = one.database();
                sql[1][round] = four.database();
                sql[2][round] = (database.cpu() - server) / CUSTOMERS;
                cpu[2][round] = (service.cpu() - program) / CUSTOMERS + sql[2][round];
                if (options.profile() && round == 0) {
                    profile.print();
                }
            }
            double single = median(rates[0]);
            double several = median(rates[1]);
            double bulk = median(rates[2]);
            return String.format(
                    Locale.ROOT,
                    "| customers made | a second | CPU ms each | PostgreSQL's part | beside one client | goal |%n"
                            + "|---|--:|--:|--:|--:|---|%n"
                            + "| by one client that waits for each answer | %.0f | %.2f | %.2f | 1 | |%n"
                            + "| by %d clients | %.0f | %.2f | %.2f | %.1f | |%n"
                            + "| in bulks of %d | %.0f | %.2f | %.2f | **%.1f** | at least 5 |%n"
                            + "| beside the %d clients | | | | %.1f | |%n%n"
                            + "Of the %d mails of a bulk %.0f had not gone when its last operation ended.%n",
                    single,
                    median(cpu[0]),
                    median(sql[0]),
                    options.connections(),
                    several,
                    median(cpu[1]),
                    median(sql[1]),
                    several / single,
                    CUSTOMERS,
                    bulk,
                    median(cpu[2]),
                    median(sql[2]),
                    bulk / single,
                    options.connections(),
                    bulk / several,
                    CUSTOMERS,
                    median(late));
        }
    }

    private List<Load.Worker> callers(Service service, String bearer, int count) throws IOException {
        List<Load.Worker> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpConnection connection = new HttpConnection(service.port());
            workers.add(_ -> {
                int status = connection.send(
                        HttpConnection.request("/rest/V1/customers", customer(number.incrementAndGet()), bearer));
                if (status != 200) {
                    throw new IOException("answered with " + status + ": " + connection.body());
                }
            });
        }
        return workers;
    }

    /** Seconds until all of a bulk are made. */
    private double bulk(Service service, String bearer) throws Exception {
        long first = number.getAndAdd(CUSTOMERS) + 1;
        byte[] request = HttpConnection.request(
                "/rest/async/bulk/V1/customers",
                LongStream.range(first, first + CUSTOMERS)
                        .mapToObj(Bulks::customer)
                        .collect(Collectors.joining(",", "[", "]")),
                bearer);
        try (HttpConnection connection = new HttpConnection(service.port())) {
            long began = System.nanoTime();
            int status = connection.send(request);
            if (status != 202) {
                throw new IOException("answered with " + status + ": " + connection.body());
            }
            long end = began + Duration.ofSeconds(LONGEST_SECONDS).toNanos();
            while (!database.ask("select count(*) from bulk_operation where due_at is not null")
                    .equals("0")) {
                if (System.nanoTime() > end) {
                    throw new IOException("the bulk has not ended");
                }
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            String failed = database.ask("select count(*) from bulk_operation where status <> 1");
            if (!failed.equals("0")) {
                throw new IOException(failed + " operations have failed");
            }
            return seconds;
        }
    }

    /** Waits until the mails of what was measured before have gone, so that nobody pays for another's. */
    private void settle() throws Exception {
        long end =
                System.nanoTime() + Duration.ofSeconds(LONGEST_SETTLING_SECONDS).toNanos();
        while (!database.ask(WAITING).equals("0") && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    private static String customer(long number) {
        return "{\"customer\":{\"email\":\"bulk" + number
                + "@example.com\",\"firstname\":\"Ada\",\"lastname\":\"Lovelace\"}}";
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
