package io.clientele.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one client address may get wrong before it has to wait. */
@QuarkusTest
class AddressThrottleApiTest {

    private static final String CUSTOMER_TOKEN = "/rest/V1/integration/customer/token";
    private static final String FAILURES = "clientele/throttle/address_failures";

    @Inject
    RateWindowRepository windows;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Test
    void spraying_many_accounts_from_one_address_is_stopped_after_fifty_and_ends_after_ten_minutes() throws Exception {
        String address = "203.0.113.1";
        double before = hashes();
        List<Response> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> sent = IntStream.range(0, 200)
                    .mapToObj(
                            i -> threads.submit(() -> signIn(address, "sprayed" + i + "@example.com", "Wrong-Pass-1")))
                    .toList();
            for (Future<Response> each : sent) {
                answers.add(each.get());
            }
        }
        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(401, 50L, 429, 150L));
        assertThat(hashes() - before).isEqualTo(50);
        Response refused = signIn(address, "sprayed-more@example.com", "Wrong-Pass-1");
        refused.then()
                .statusCode(429)
                .body("message", is("Too Many Requests"))
                .header("RateLimit-Policy", is("\"address\";q=50;w=600"))
                .header("RateLimit", containsString("\"address\";r=0;t="));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(540, 600);
        // Somebody else's address is as good as before, and so is this one when its time is over.
        signIn("203.0.113.2", "sprayed-more@example.com", "Wrong-Pass-1").then().statusCode(401);
        at(Instant.now().plus(Duration.ofMinutes(10)));
        signIn(address, "sprayed-more@example.com", "Wrong-Pass-1").then().statusCode(401);
    }

    @Test
    void all_ways_in_count_together_and_each_is_refused() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String token = CustomerFixture.token(customer.get("email"));
        String address = "203.0.113.3";
        limit(5, () -> {
            signIn(address, "one@example.com", "Wrong-Pass-1").then().statusCode(401);
            admin(address).then().statusCode(401);
            graphQL(
                            address,
                            "mutation { generateCustomerToken(email: \"two@example.com\", password: \"Wrong-Pass-1\") { token } }")
                    .then()
                    .statusCode(401);
            change(address, token).then().statusCode(401);
            available(address).then().statusCode(200);
            for (Response refused : List.of(
                    signIn(address, "one@example.com", "Wrong-Pass-1"),
                    admin(address),
                    change(address, token),
                    available(address))) {
                refused.then().statusCode(429).body("message", is("Too Many Requests"));
                assertThat(refused.header("Retry-After")).isNotEmpty();
            }
            Response refused =
                    graphQL(address, "{ isEmailAvailable(email: \"two@example.com\") { is_email_available } }");
            refused.then()
                    .statusCode(429)
                    .body("errors[0].message", is("Too Many Requests"))
                    .body("errors[0].extensions.code", is("TOO_MANY"));
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address\";q=5;w=600");
        });
    }

    @Test
    void aliases_of_one_document_count_as_attempts() {
        String address = "203.0.113.4";
        String aliases = IntStream.range(0, 20)
                .mapToObj(i -> "t" + i + ": generateCustomerToken(email: \"alias" + i
                        + "@example.com\", password: \"Wrong-Pass-1\") { token }")
                .collect(Collectors.joining(" "));
        double before = hashes();
        graphQL(address, "mutation {" + aliases + "}").then().statusCode(401);
        graphQL(address, "mutation {" + aliases + "}").then().statusCode(401);
        Response third = graphQL(address, "mutation {" + aliases + "}");
        assertThat(hashes() - before).isEqualTo(50);
        assertThat(third.jsonPath().getList("errors.message")).contains("Too Many Requests");
        graphQL(address, "mutation {" + aliases + "}").then().statusCode(429);
        String bomb = IntStream.range(0, 10_000)
                .mapToObj(i -> "t" + i + ":generateCustomerToken(email:\"a@example.com\",password:\"x\"){token}")
                .collect(Collectors.joining(" "));
        graphQL("203.0.113.5", "mutation {" + bomb + "}");
        assertThat(hashes() - before).isEqualTo(50);
    }

    @Test
    void what_succeeds_costs_an_address_nothing() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String email = String.valueOf(customer.get("email"));
        limit(2, () -> {
            for (int i = 0; i < 4; i++) {
                signIn("203.0.113.6", email, CustomerFixture.PASSWORD).then().statusCode(200);
            }
            signIn("203.0.113.6", email, "Wrong-Pass-1").then().statusCode(401);
            signIn("203.0.113.6", email, CustomerFixture.PASSWORD).then().statusCode(200);
        });
    }

    @Test
    void storefront_servers_are_spared_and_none_are_limited_with_zero() {
        limit(1, () -> {
            for (int i = 0; i < 4; i++) {
                given().contentType(ContentType.JSON)
                        .body(Map.of("customerEmail", "spared@example.com"))
                        .post("/rest/V1/customers/isEmailAvailable")
                        .then()
                        .statusCode(200);
            }
        });
        limit(0, () -> {
            for (int i = 0; i < 4; i++) {
                available("203.0.113.7").then().statusCode(200);
            }
        });
    }

    @Test
    void a_window_slides_and_a_hit_that_was_taken_back_makes_room() {
        RateLimit limit = new RateLimit("test", 3, Duration.ofMinutes(10));
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        String subject = "slides";
        for (int minute : new int[] {0, 4, 9}) {
            assertThat(windows.add(limit, subject, start.plus(Duration.ofMinutes(minute))))
                    .isPresent();
        }
        Instant ten = start.plus(Duration.ofMinutes(10));
        assertThat(windows.add(limit, subject, ten.minusMillis(1))).isEmpty();
        assertThat(windows.wait(limit, subject, ten.minusSeconds(30))).contains(Duration.ofSeconds(30));
        assertThat(windows.add(limit, subject, ten))
                .contains(new RateWindowRepository.Fill(3, start.plus(Duration.ofMinutes(4))));
        assertThat(windows.add(limit, subject, ten)).isEmpty();
        windows.takeBack(limit, subject, start.plus(Duration.ofMinutes(9)));
        assertThat(windows.wait(limit, subject, ten)).isEmpty();
        assertThat(windows.add(limit, subject, ten)).isPresent();
        // A clock that is set back leaves nobody shut out for longer than the window.
        assertThat(windows.add(limit, subject, start.minus(Duration.ofMinutes(30))))
                .isPresent();
    }

    @Test
    void windows_that_are_over_are_removed() {
        RateLimit limit = new RateLimit("test", 3, Duration.ofMinutes(10));
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(windows.add(limit, "old", old)).isPresent();
        assertThat(windows.add(limit, "new", Instant.now())).isPresent();
        assertThat(windows.removeExpired(old.plus(Duration.ofHours(1)), 1_000)).isEqualTo(1);
        assertThat(database.list(
                        SqlFragment.of(
                                "select subject from rate_window where scope = ? and subject in (?, ?)",
                                "test",
                                "old",
                                "new"),
                        row -> row.getString(1)))
                .containsExactly("new");
    }

    private static void limit(int most, Runnable test) {
        StoreFixture.set(FAILURES, Integer.toString(most), "default", 0);
        try {
            test.run();
        } finally {
            StoreFixture.inherit(FAILURES, "default", 0);
        }
    }

    private static void at(Instant moment) {
        QuarkusMock.installMockForType(Clock.fixed(moment, ZoneOffset.UTC), Clock.class);
    }

    private static RequestSpecification from(String address) {
        return given().contentType(ContentType.JSON).header("X-Forwarded-For", address);
    }

    private static Response signIn(String address, String email, String password) {
        return from(address)
                .body(Map.of("username", email, "password", password))
                .post(CUSTOMER_TOKEN);
    }

    private static Response admin(String address) {
        return from(address)
                .body(Map.of("username", "nobody-at-all", "password", "Wrong-Pass-1"))
                .post("/rest/V1/integration/admin/token");
    }

    private static Response change(String address, String token) {
        return from(address)
                .header("Authorization", "Bearer " + token)
                .body(Map.of("currentPassword", "Wrong-Pass-1", "newPassword", "Other-Passw0rd"))
                .put("/rest/V1/customers/me/password");
    }

    private static Response available(String address) {
        return from(address)
                .body(Map.of("customerEmail", "asked@example.com"))
                .post("/rest/V1/customers/isEmailAvailable");
    }

    private static Response graphQL(String address, String document) {
        return from(address).body(Map.of("query", document)).post("/graphql");
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
