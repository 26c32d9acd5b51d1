package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.shared.AnswerHeaders;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How often a token may be used. */
@QuarkusTest
class TokenThrottleApiTest {

    private static final String REQUESTS = "clientele/throttle/token_requests";

    @Inject
    RateWindowRepository windows;

    @Inject
    Settings settings;

    @Inject
    Database database;

    @Test
    void requests_over_the_limit_are_refused_over_rest_and_graphql() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String token = CustomerFixture.token(customer.get("email"));
        String other = CustomerFixture.token(customer.get("email"));
        limit(4, () -> {
            as(token)
                    .get("/rest/V1/customers/me")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", is("\"token\";q=4;w=60"));
            assertThat(as(token).get("/rest/V1/customers/me").header("RateLimit"))
                    .startsWith("\"token\";r=2;t=");
            GraphQLFixture.graphql(token, "{ customer { email } }").statusCode(200);
            GraphQLFixture.graphql(token, "{ customer { email } }").statusCode(200);
            Response refused = as(token).get("/rest/V1/customers/me");
            refused.then().statusCode(429).body("message", is("Too Many Requests"));
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(50, 60);
            assertThat(refused.header("RateLimit")).isEqualTo("\"token\";r=0;t=" + refused.header("Retry-After"));
            GraphQLFixture.graphql(token, "{ customer { email } }")
                    .statusCode(429)
                    .body("errors[0].message", is("Too Many Requests"));
            as(other).get("/rest/V1/customers/me").then().statusCode(200);
        });
        as(token).get("/rest/V1/customers/me").then().statusCode(200).header("RateLimit", nullValue());
    }

    @Test
    void two_instances_let_within_five_percent_of_the_limit_through() {
        limit(1_000, () -> {
            TestClock clock = new TestClock();
            BooleanSupplier[] instances = {instance(clock, 9_100_001), instance(clock, 9_100_001)};
            int accepted = 0;
            // Twenty times the limit over two windows, spread evenly.
            int[] inWindow = new int[2];
            for (int i = 0; i < 40_000; i++) {
                if (instances[i % 2].getAsBoolean()) {
                    accepted++;
                    inWindow[i / 20_000]++;
                }
                clock.now = clock.now.plusMillis(3);
            }
            assertThat(inWindow[0]).isBetween(950, 1_050);
            assertThat(inWindow[1]).isBetween(950, 1_050);
            assertThat(accepted).isBetween(1_900, 2_100);
        });
    }

    @Test
    void most_requests_cost_no_statement() {
        limit(1_000, () -> {
            TestClock clock = new TestClock();
            BooleanSupplier instance = instance(clock, 9_100_002);
            for (int i = 0; i < 100; i++) {
                assertThat(instance.getAsBoolean()).isTrue();
            }
            assertThat(hits("9100002")).isEqualTo(5);
            for (int i = 0; i < 2_000; i++) {
                var _ = instance.getAsBoolean();
            }
            assertThat(hits("9100002")).isEqualTo(50);
        });
    }

    private int hits(String subject) {
        return database.first(
                        SqlFragment.of(
                                "select cardinality(hits) from rate_window where scope = ? and subject = ?",
                                "token",
                                subject),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** An instance of its own: nothing is shared with another but the database. */
    private BooleanSupplier instance(Clock clock, long session) {
        TokenThrottle throttle = new TokenThrottle(windows, new AnswerHeaders(), settings, clock);
        Caller caller = new Caller(Caller.Type.ADMIN, 1, Set.of(), Set.of(), null, session, 0);
        return () -> {
            try {
                throttle.admit(caller);
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        };
    }

    private static void limit(int requests, Runnable test) {
        StoreFixture.set(REQUESTS, Integer.toString(requests), "default", 0);
        try {
            test.run();
        } finally {
            // With a new token: the administrators' shared one may be used up.
            as(AdminFixture.token(AdminFixture.USERNAME, AdminFixture.PASSWORD))
                    .delete("/rest/V1/settings/" + REQUESTS + "?scope=default&scope_id=0")
                    .then()
                    .statusCode(200);
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
