package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long an answer takes tells nobody whether an address has an account, and in which state. The long form alone
 * ({@code ./clientele bench timing}): the build counts hashes and statements instead.
 *
 * <p>Requests of all kinds take turns in random order; each kind is compared with the unknown address by its median and
 * by the rank sum of its samples (Mann and Whitney).
 */
@EnabledIfSystemProperty(named = "clientele.timing.samples", matches = "\\d+")
class TimingIT {

    private static final int SAMPLES = Integer.getInteger("clientele.timing.samples", 0);
    private static final int WARM_UP = 100;
    /** Fewer than the ten that lock an account. */
    private static final int GUESSES_EACH = 5;

    private static final double MOST_APART = 0.05;
    /** Two-sided, at p = 0.001. */
    private static final double MOST_DEVIATION = 3.29;

    private static final String UNKNOWN = "unknown";
    private static final String TOKEN = "/rest/V1/integration/customer/token";

    private static Path folder;
    private static EmbeddedServer server;
    private static PackagedService service;
    private static String root;
    private static Connection connection;
    private static PreparedStatement busy;

    /** Makes the body of a request about the address of that number. */
    @FunctionalInterface
    private interface Body {
        String of(int number);
    }

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("clientele-timing");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.SAFE, Map.of());
        service = PackagedService.on(server, Map.of("CLIENTELE_MAIL_SEND", "false"))
                .start();
        connection = server.asSuperuser().getConnection();
        busy = connection.prepareStatement("select exists (select from outbox)");
        root = text(service.post(
                "/rest/V1/integration/admin/token", "{\"username\":\"root\",\"password\":\"Only-4-tests!\"}"));
        set("oauth/authentication_lock/max_failures_count", "1000000");
        set("clientele/throttle/address_failures", "0");
        set("customer/password/password_reset_protection_type", "0");
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        service.close();
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void sign_ins_take_as_long_whether_and_how_an_account_is_there() throws Exception {
        int accounts = (SAMPLES + WARM_UP) / GUESSES_EACH + 1;
        for (int i = 0; i < accounts; i++) {
            register("known" + i);
            send("POST", "/rest/V1/customers", customer("bare" + i, null), root);
        }
        long locked = register("locked");
        for (int i = 0; i < 10; i++) {
            service.post(TOKEN, credentials("locked"));
        }
        long inactive = register("inactive");
        send("POST", "/rest/V1/customers/" + inactive + "/deactivate", "", root);
        assertThat(locked).isPositive();
        Map<String, Body> kinds = new LinkedHashMap<>();
        kinds.put(UNKNOWN, i -> credentials("nobody" + i / GUESSES_EACH));
        kinds.put("known", i -> credentials("known" + i / GUESSES_EACH));
        kinds.put("without a password", i -> credentials("bare" + i / GUESSES_EACH));
        kinds.put("locked", i -> credentials("locked"));
        kinds.put("inactive", i -> credentials("inactive"));
        compare(TOKEN, kinds, 401);
    }

    @Test
    void requests_for_mail_and_questions_take_as_long_for_an_unknown_address() throws Exception {
        set("customer/create_account/confirm", "1");
        register("waiting");
        Map<String, Body> resend = new LinkedHashMap<>();
        resend.put(UNKNOWN, i -> mutation("resendConfirmationEmail", "absent"));
        resend.put("known", i -> mutation("resendConfirmationEmail", "waiting"));
        compare("/graphql", resend, 200);
        Map<String, Body> reset = new LinkedHashMap<>();
        reset.put(UNKNOWN, i -> mutation("requestPasswordResetEmail", "absent"));
        reset.put("known", i -> mutation("requestPasswordResetEmail", "waiting"));
        compare("/graphql", reset, 200);
        Map<String, Body> ask = new LinkedHashMap<>();
        ask.put(UNKNOWN, i -> "{\"customerEmail\":\"absent@example.com\"}");
        ask.put("known", i -> "{\"customerEmail\":\"waiting@example.com\"}");
        compare("/rest/V1/customers/isEmailAvailable", ask, 200);
        set("customer/create_account/confirm", "0");
    }

    private static void compare(String path, Map<String, Body> kinds, int status) throws Exception {
        Map<String, double[]> samples = new TreeMap<>();
        kinds.keySet().forEach(kind -> samples.put(kind, new double[SAMPLES]));
        // Shuffled as a whole, so that each kind comes as often after each other kind: what one leaves behind makes the
        // next slower.
        List<String> order = new ArrayList<>();
        kinds.keySet().forEach(kind -> order.addAll(Collections.nCopies(WARM_UP + SAMPLES, kind)));
        Collections.shuffle(order, new Random(4));
        Map<String, Integer> numbers = new HashMap<>();
        for (String kind : order) {
            // What a request leaves to be done later must not fall into the time of the next one.
            do {
                for (int pause = 0; pause < 10; pause++) {
                    service.get("/q/health/live");
                }
            } while (isBusy());
            int number = numbers.merge(kind, 1, Integer::sum) - 1;
            String body = kinds.get(kind).of(number);
            long begun = System.nanoTime();
            HttpResponse<String> answer = service.post(path, body);
            double millis = (System.nanoTime() - begun) / 1e6;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            if (number >= WARM_UP) {
                samples.get(kind)[number - WARM_UP] = millis;
            }
        }
        double[] unknown = samples.get(UNKNOWN);
        List<String> report = new ArrayList<>();
        List<String> told = new ArrayList<>();
        samples.forEach((kind, times) -> {
            double apart = Math.abs(median(times) / median(unknown) - 1);
            double deviation = deviation(times, unknown);
            String line = "%s, %s: median %.3f ms, %.1f %% from the unknown, rank sum %+.2f deviations off"
                    .formatted(path, kind, median(times), apart * 100, deviation);
            report.add(line);
            if (apart > MOST_APART || Math.abs(deviation) > MOST_DEVIATION) {
                told.add(line);
            }
        });
        report.forEach(System.out::println);
        assertThat(told).isEmpty();
    }

    private static boolean isBusy() throws SQLException {
        try (ResultSet row = busy.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static double median(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** By how many standard deviations the rank sum of the one is off what it would be if nothing told them apart. */
    private static double deviation(double[] one, double[] other) {
        double[] sorted = other.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double each : one) {
            int at = Arrays.binarySearch(sorted, each);
            wins += at >= 0 ? at + 0.5 : -at - 1;
        }
        double pairs = (double) one.length * other.length;
        return (wins - pairs / 2) / Math.sqrt(pairs * (one.length + other.length + 1) / 12);
    }

    private static long register(String name) throws Exception {
        String body = service.post("/rest/V1/customers", customer(name, "Right-Passw0rd"))
                .body();
        return Long.parseLong(body.replaceAll(".*?\"id\":(\\d+).*", "$1"));
    }

    private static String customer(String name, String password) {
        return "{\"customer\":{\"email\":\"" + name + "@example.com\",\"firstname\":\"A\",\"lastname\":\"B\"}"
                + (password == null ? "}" : ",\"password\":\"" + password + "\"}");
    }

    private static String credentials(String name) {
        return "{\"username\":\"" + name + "@example.com\",\"password\":\"Wrong-Passw0rd\"}";
    }

    private static String mutation(String field, String name) {
        return "{\"query\":\"mutation { " + field + "(email: \\\"" + name + "@example.com\\\") }\"}";
    }

    private static void set(String path, String value) throws Exception {
        assertThat(send("PUT", "/rest/V1/settings/" + path, "{\"value\":\"" + value + "\"}", root)
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        return service.client()
                .send(
                        service.request(path)
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer) {
        return answer.body().replace("\"", "");
    }
}
