package io.clientele.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What sign-ins and tokens cost: issue beside the bare hash, reads beside a flood of sign-ins and without one, and the
 * same answer with and without a token.
 */
final class SignIns implements AutoCloseable {

    static final String NAME = "sign-ins";

    private static final int MEMORY_KIB = 46 * 1024;
    private static final String PASSWORD = "Only-4-the-bench";
    private static final int ACCOUNTS = 2_000;
    private static final int FLOOD = 64;
    private static final int READERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** Too many for one address or account, or a full line. */
    private static final Set<Integer> REFUSED = Set.of(429, 503);

    private final Options options;
    private final Database database;
    private final Service service;
    private final Load load;
    private final Callers callers;
    private final int hashing = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private final List<byte[]> signIns = new ArrayList<>();

    SignIns(Options options, Path root, Path log, Database database) throws Exception {
        this.options = options;
        this.database = database;
        this.service = Service.start(root, log, database.environment());
        this.load = new Load(FLOOD + READERS, database::cpu);
        this.callers = new Callers(service, load);
    }

    /** The report's lines. */
    String measure() throws Exception {
        giveEverybodyAPassword();
        List<Subjects.Subject> customers =
                new Subjects(database.superuser()).customers(Math.min(options.sessions(), 1_000));
        List<byte[]> reads = customers.stream()
                .map(who -> HttpConnection.request("/rest/V1/customers/me", "", "Authorization: Bearer " + who.token()))
                .toList();
        Duration turn = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
        warmUp(reads);
        double[] issue = new double[options.rounds()];
        double[] bare = new double[options.rounds()];
        double[] share = new double[options.rounds()];
        double[] calm = new double[options.rounds()];
        double[] flooded = new double[options.rounds()];
        double[] worse = new double[options.rounds()];
        double[] token = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            bare[round] = bareHashes(turn);
            issue[round] = issued(turn);
            share[round] = issue[round] / bare[round];
            calm[round] = p99(reads(reads, turn));
            AtomicBoolean on = new AtomicBoolean(true);
            List<Thread> flood = flood(on);
            try {
                flooded[round] = p99(reads(reads, turn));
            } finally {
                on.set(false);
                for (Thread thread : flood) {
                    thread.join();
                }
            }
            worse[round] = flooded[round] / calm[round];
            token[round] = verification(customers, turn);
        }
        return String.format(
                Locale.ROOT,
                "| what | floor | measured | figure | goal |%n|---|--:|--:|--:|---|%n"
                        + "| tokens issued per s, %d hashing threads | %.1f bare hashes | %.1f | **%.2f** | at least 0.9 |%n"
                        + "| p99 ms of paced reads, %d sign-ins at a time beside | %.2f calm | %.2f | **%.1f times** | at most 3 times |%n"
                        + "| CPU ms that a token adds to a request | without token | | **%.3f** | at most 0.04 |%n",
                hashing,
                median(bare),
                median(issue),
                median(share),
                FLOOD,
                median(calm),
                median(flooded),
                median(worse),
                median(token));
    }

    private void giveEverybodyAPassword() throws Exception {
        String hash = phc();
        try (Connection connection = database.superuser().getConnection();
                PreparedStatement give = connection.prepareStatement(
                        "insert into credential (subject_type, subject_id, password_hash, changed_at)"
                                + " select 3, id, ?, now() from customer where website_id = 1 order by id limit "
                                + ACCOUNTS + " on conflict (subject_type, subject_id) do update"
                                + " set password_hash = excluded.password_hash");
                PreparedStatement emails = connection.prepareStatement(
                        "select email from customer where website_id = 1 order by id limit " + ACCOUNTS)) {
            give.setString(1, hash);
            give.executeUpdate();
            try (ResultSet rows = emails.executeQuery()) {
                while (rows.next()) {
                    signIns.add(HttpConnection.request(
                            "/rest/V1/integration/customer/token",
                            "{\"username\":\"" + rows.getString(1) + "\",\"password\":\"" + PASSWORD + "\"}"));
                }
            }
        }
    }

    private void warmUp(List<byte[]> reads) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(options.warmUp()).toNanos();
        do {
            var _ = issued(Duration.ofSeconds(1));
            var _ = bareHashes(Duration.ofSeconds(1));
            var _ = reads(reads, Duration.ofSeconds(1));
        } while (System.nanoTime() < end);
    }

    /** Hashes a second on as many threads as the service has for it. */
    private double bareHashes(Duration time) throws Exception {
        List<Load.Worker> workers = new ArrayList<>();
        for (int i = 0; i < hashing; i++) {
            workers.add(random -> hash(new byte[16]));
        }
        return load.run(time, workers, () -> 0).perSecond();
    }

    /** Tokens a second, with twice as many callers as hash at a time and two more, so that the line is never empty. */
    private double issued(Duration time) throws Exception {
        return callers.window(time, 2 * hashing + 2, signIns).perSecond();
    }

    /** The CPU time of the cheapest resource with a token, less that without. */
    private double verification(List<Subjects.Subject> customers, Duration time) throws Exception {
        String path = "/rest/V1/directory/currency";
        List<byte[]> with = customers.stream()
                .map(who -> HttpConnection.request(path, "", "Authorization: Bearer " + who.token()))
                .toList();
        List<byte[]> without = List.of(HttpConnection.request(path, ""));
        return callers.window(time, READERS, with).cpu()
                - callers.window(time, READERS, without).cpu();
    }

    /** Latencies in ms of reads that come at a steady pace, far from what the service can bear. */
    private double[] reads(List<byte[]> requests, Duration time) throws Exception {
        List<double[]> each = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < READERS; i++) {
            int seed = i;
            readers.add(Thread.ofPlatform().start(() -> {
                double[] found = unchecked(() -> read(requests, end, new SplittableRandom(seed)));
                synchronized (each) {
                    each.add(found);
                }
            }));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        if (each.size() != READERS) {
            throw new IOException("reads failed");
        }
        return each.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private double[] read(List<byte[]> requests, long end, SplittableRandom random) throws Exception {
        List<Double> latencies = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(service.port())) {
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                Callers.require(connection, requests.get(random.nextInt(requests.size())), Set.of());
                latencies.add((System.nanoTime() - began) / 1e6);
                Thread.sleep(PAUSE);
            }
        }
        return latencies.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<Thread> flood(AtomicBoolean on) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            int seed = 1_000 + i;
            threads.add(Thread.ofPlatform()
                    .start(() -> unchecked(() -> {
                        SplittableRandom random = new SplittableRandom(seed);
                        try (HttpConnection connection = new HttpConnection(service.port())) {
                            while (on.get()) {
                                if (REFUSED.contains(Callers.require(
                                        connection, signIns.get(random.nextInt(signIns.size())), REFUSED))) {
                                    // A client that is refused waits, though less than it was told.
                                    Thread.sleep(Duration.ofMillis(100));
                                }
                            }
                        }
                        return "";
                    })));
        }
        return threads;
    }

    /** Something that may fail, in a thread of its own. */
    private interface Risky<T> {
        T get() throws Exception;
    }

    private static <T> T unchecked(Risky<T> work) {
        Supplier<T> supplier = () -> {
            try {
                return work.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        return supplier.get();
    }

    private static double p99(double[] sorted) {
        return sorted[(int) (0.99 * sorted.length)];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String phc() {
        byte[] salt = new byte[16];
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=1,p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(salt));
    }

    private static byte[] hash(byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[32];
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public void close() throws IOException {
        load.close();
        service.close();
    }
}
