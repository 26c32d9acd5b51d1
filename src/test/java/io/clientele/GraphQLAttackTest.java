package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.clientele.fuzz.Wire;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Documents made to exhaust the service are refused before any resolver and in no time (security goal S11), on the
 * schema that is really served.
 */
@QuarkusTest
class GraphQLAttackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 15;
    private static final double MOST_MILLIS = 50;
    private static final long QUIET_NANOS = 2_500_000_000L;

    @Inject
    Tokens tokens;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Test
    void attacks_are_refused_before_any_resolver_and_quickly() throws Exception {
        long id = CustomerFixture.createByAdmin(CustomerFixture.customerWithAddresses(1));
        String token = tokens.issue(Subject.customer(id), 1);
        // Warm, and the caller known: what follows must not reach the database at all.
        assertThat(send(token, query("{ customer { email addresses { city } } }"))
                        .body())
                .contains("example.com");
        awaitQuiet();
        for (Map.Entry<String, Supplier<String>> attack : attacks().entrySet()) {
            double fastest = Double.MAX_VALUE;
            long reads = reads();
            double hashes = hashes();
            for (int i = 0; i < TRIES && fastest > MOST_MILLIS; i++) {
                String body = attack.getValue().get();
                long start = System.nanoTime();
                HttpResponse<String> answer = send(token, body);
                fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
                assertThat(answer.statusCode()).as(attack.getKey()).isIn(200, 400, 413);
                JsonNode json = JSON.readTree(answer.body());
                assertThat(json.path("errors")).as(attack.getKey()).isNotEmpty();
                assertThat(json.at("/errors/0/message").asText())
                        .as(attack.getKey())
                        .isNotEmpty()
                        .isNotEqualTo("Internal server error");
                assertThat(json.has("data"))
                        .as("%s was executed", attack.getKey())
                        .isFalse();
            }
            assertThat(reads()).as("%s reached a resolver", attack.getKey()).isEqualTo(reads);
            assertThat(hashes()).as("%s had passwords checked", attack.getKey()).isEqualTo(hashes);
            assertThat(fastest).as("milliseconds for %s", attack.getKey()).isLessThan(MOST_MILLIS);
        }
    }

    /** Each try is another document, so that no answer comes out of a cache. */
    private Map<String, Supplier<String>> attacks() {
        Map<String, Supplier<String>> attacks = new LinkedHashMap<>();
        attacks.put(
                "deep",
                () -> query("{ customer " + "{ addresses { region ".repeat(40) + "{ region }" + " } }".repeat(40) + " }"
                        + comment()));
        attacks.put("very deep", () -> query("{" + "a{".repeat(2_000) + "b" + "}".repeat(2_001) + comment()));
        attacks.put("parentheses", () -> query("{ country(id: " + "[".repeat(4_000) + "1" + comment()));
        attacks.put("wide", () -> query("{ customer {" + " email".repeat(2_000) + " } }" + comment()));
        attacks.put("__typename x 10,000", () -> query("{" + " __typename".repeat(10_000) + " }" + comment()));
        attacks.put("__typename x 2,000", () -> query("{" + " __typename".repeat(2_000) + " }" + comment()));
        attacks.put(
                "sign-in x 10,000",
                () -> query("mutation {"
                        + aliases(10_000, "generateCustomerToken(email: \"a@b.cc\", password: \"x\") { token }")
                        + " }"));
        attacks.put(
                "sign-in x 100",
                () -> query("mutation {"
                        + aliases(100, "generateCustomerToken(email: \"a@b.cc\", password: \"x\") { token }") + " }"));
        attacks.put(
                "sign-in x 25",
                () -> query("mutation {"
                        + aliases(25, "generateCustomerToken(email: \"a@b.cc\", password: \"x\") { token }") + " }"));
        attacks.put("aliases below", () -> query("{ customer {" + aliases(31, "email") + " } }"));
        attacks.put(
                "directives",
                () -> query("{ customer " + "@include(if: true) ".repeat(500) + "{ email } }" + comment()));
        attacks.put("unknown directives", () -> query("{ customer " + "@x ".repeat(2_000) + "{ email } }" + comment()));
        attacks.put(
                "fragment cycle",
                () -> query(
                        "{ customer { ...A } } fragment A on Customer { email ...B } fragment B on Customer { ...A }"
                                + comment()));
        attacks.put("fragment of itself", () -> query("{ ...A } fragment A on Query { ...A }" + comment()));
        attacks.put("fragment bomb", () -> query(bomb()));
        attacks.put(
                "overlapping fields",
                () -> query("{ customer { "
                        + IntStream.range(0, 400)
                                .mapToObj(i -> "addresses { city region { region } }")
                                .collect(Collectors.joining(" "))
                        + " } }" + comment()));
        attacks.put(
                "overlapping fragments",
                () -> query("{ customer {" + " ...A ...B".repeat(600)
                        + " } } fragment A on Customer { email firstname } fragment B on Customer { email lastname }"
                        + comment()));
        attacks.put("batch", () -> "[" + query("{ customer { email } }") + "," + query("{ customer { email } }") + "]");
        attacks.put("a million letters", () -> query("{ country(id: \"" + "x".repeat(1_000_000) + "\") { id } }"));
        attacks.put("a million blanks", () -> query("{ __typename" + " ".repeat(1_000_000) + "}"));
        attacks.put("a million commas", () -> query("{ __typename" + ",".repeat(1_000_000) + "}"));
        attacks.put("comments", () -> query("#\n".repeat(30_000) + "{ __typename" + " __typename".repeat(20) + " }"));
        attacks.put("long name", () -> query("{ " + "a".repeat(60_000) + " }" + comment()));
        attacks.put("long number", () -> query("{ country(id: " + "9".repeat(60_000) + ") { id } }" + comment()));
        attacks.put("large variables", () -> variables("\"" + "x".repeat(110_000) + "\""));
        attacks.put("deep variables", () -> variables("[".repeat(500) + "]".repeat(500)));
        attacks.put(
                "many variables",
                () -> query("query("
                        + IntStream.range(0, 1_500)
                                .mapToObj(i -> "$v" + i + ": String")
                                .collect(Collectors.joining(" "))
                        + ") { country(id: $v1) { id } }" + comment()));
        attacks.put(
                "many operations",
                () -> query(IntStream.range(0, 1_000)
                                .mapToObj(i -> "query Q" + i + " { customer { email } }")
                                .collect(Collectors.joining(" "))
                        + comment()));
        attacks.put(
                "introspection of itself",
                () -> query("{ __schema { types { fields { type { fields { type { fields"
                        + " { type { fields { type { fields { type { fields { type { fields { type { fields { type { fields"
                        + " { type { fields { type { name } } } } } } } } } } } } } } } } } } } } } } } }"
                        + comment()));
        return attacks;
    }

    private static String aliases(int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> " a" + i + "x" + System.nanoTime() + ": " + field)
                .collect(Collectors.joining());
    }

    private static String bomb() {
        StringBuilder document = new StringBuilder("{ customer { ...F0 } }");
        for (int i = 0; i < 40; i++) {
            document.append(" fragment F%d on Customer { ...F%d ...F%d ...F%d }".formatted(i, i + 1, i + 1, i + 1));
        }
        return document.append(" fragment F40 on Customer { email firstname }")
                .append(comment())
                .toString();
    }

    private static String comment() {
        return " #" + System.nanoTime();
    }

    private static String query(String document) {
        return "{\"query\":\"" + document.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    private static String variables(String value) {
        return "{\"query\":\"query($v: String) { country(id: $v) { id } }" + comment() + "\",\"variables\":{\"v\":"
                + value + "}}";
    }

    private static HttpResponse<String> send(String token, String body) throws Exception {
        return Wire.json("POST", "/graphql", token, Wire.bytes(body));
    }

    /**
     * Waits until what comes after a new customer and after other tests is done: who is online is written down, the customer is
     * judged for segments, values of deleted attributes are cleared. Each comes within two seconds.
     */
    private void awaitQuiet() {
        AtomicLong last = new AtomicLong(reads());
        AtomicLong since = new AtomicLong(System.nanoTime());
        SegmentFixture.until("nothing else reads customers", () -> {
            long reads = reads();
            if (last.getAndSet(reads) != reads) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > QUIET_NANOS;
        });
    }

    /** How often customers, throttles and credentials were read or written. */
    private long reads() {
        return database.first(
                        SqlFragment.of(
                                "select coalesce(sum(calls), 0)::bigint from pg_stat_statements where query ~"
                                        + " 'customer|credential|sign_in_throttle' and query !~ 'pg_stat_statements|for update skip locked|customer_keyword_state'"),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
