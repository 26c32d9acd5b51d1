package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two instances on one database limit counts together: guesses, and visitors that are made. */
class ThrottleIT {

    /** {@code -Dclientele.guesses=1000} for the long run. */
    private static final int GUESSES = Integer.getInteger("clientele.guesses", 120);

    private static final int SENDERS = 6;
    private static final int VISITORS_PER_SECOND = 10;
    private static final Pattern HASHES =
            Pattern.compile("(?m)^clientele_password_hashes_total(?:\\{.*})? ([0-9.E]+)$");

    private static Instances instances;
    private static PackagedService first;
    private static PackagedService second;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> few =
                Map.of("CLIENTELE_PRESENCE_NEW_VISITORS_PER_SECOND", Integer.toString(VISITORS_PER_SECOND));
        instances = Instances.start(2, few);
        first = instances.get(0);
        second = instances.get(1);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void fifty_guesses_from_one_address_are_checked_and_six_of_one_login() throws Exception {
        double before = hashes();
        Map<Integer, Long> one = guess("one");
        // The sixth failure locks the login name; the rest up to fifty counts against the address unchecked.
        assertThat(hashes() - before).isBetween(6.0, 8.0);
        assertThat(one).isEqualTo(Map.of(401, 50L, 429, GUESSES - 50L));
        assertThat(guess("many%d")).isEqualTo(Map.of(429, (long) GUESSES));
        assertThat(hashes() - before).isBetween(6.0, 8.0);
    }

    @Test
    void both_together_make_no_more_visitors_in_a_second_than_the_deployment_allows() throws Exception {
        long begun = System.nanoTime();
        int made = 0;
        int refused = 0;
        while (made + refused < 200) {
            for (PackagedService each : List.of(first, second)) {
                int status = each.post("/rest/V1/visitors", "").statusCode();
                assertThat(status).isIn(200, 429);
                made += status == 200 ? 1 : 0;
                refused += status == 200 ? 0 : 1;
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(200 / seconds).as("tries a second").isGreaterThan(2.0 * VISITORS_PER_SECOND);
        assertThat(made).isBetween(VISITORS_PER_SECOND, (int) ((seconds + 1) * VISITORS_PER_SECOND));
    }

    private static Map<Integer, Long> guess(String name) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < GUESSES; i++) {
                PackagedService to = i % 2 == 0 ? first : second;
                String body =
                        "{\"username\": \"" + name.formatted(i) + "@example.com\", \"password\": \"Wrong-Pass-1\"}";
                sent.add(senders.submit(() ->
                        to.post("/rest/V1/integration/customer/token", body).statusCode()));
            }
            for (Future<Integer> each : sent) {
                statuses.add(each.get());
            }
        }
        return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private static double hashes() throws Exception {
        double sum = 0;
        for (PackagedService service : List.of(first, second)) {
            Matcher found = HASHES.matcher(service.get("/q/metrics").body());
            sum += found.find() ? Double.parseDouble(found.group(1)) : 0;
        }
        return sum;
    }
}
