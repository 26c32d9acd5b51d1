package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.store.StoreFixture;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Signing in tells a stranger nothing about accounts, neither by words nor by work. */
@QuarkusTest
class SignInConcealmentApiTest {

    private static final String WRONG = "Wrong-Passw0rd";

    @Inject
    MeterRegistry metrics;

    @Test
    void unknown_known_locked_unconfirmed_and_passwordless_accounts_answer_alike_after_one_hash_each() {
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("unknown", CustomerFixture.email());
        Map<String, Object> known = CustomerFixture.customer();
        CustomerFixture.create(known);
        logins.put("known", known.get("email").toString());
        Map<String, Object> locked = CustomerFixture.customer();
        CustomerFixture.create(locked);
        lock(CustomerFixture.token(locked.get("email")));
        logins.put("locked", locked.get("email").toString());
        Map<String, Object> bare = CustomerFixture.customer();
        CustomerFixture.createByAdmin(bare);
        logins.put("without a password", bare.get("email").toString());
        Map<String, Object> unconfirmed = CustomerFixture.customer();
        StoreFixture.set("customer/create_account/confirm", "1", "websites", 1);
        try {
            CustomerFixture.create(unconfirmed);
            logins.put("unconfirmed", unconfirmed.get("email").toString());
            alike(logins);
        } finally {
            StoreFixture.inherit("customer/create_account/confirm", "websites", 1);
        }
    }

    private void alike(Map<String, String> logins) {
        Map<String, String> rest = new LinkedHashMap<>();
        Map<String, String> graphql = new LinkedHashMap<>();
        logins.forEach((what, email) -> {
            double before = hashes();
            rest.put(
                    what,
                    shown(given().contentType(ContentType.JSON)
                            .body(Map.of("username", email, "password", WRONG))
                            .post("/rest/V1/integration/customer/token")));
            assertThat(hashes() - before).as(what).isEqualTo(1);
            graphql.put(
                    what,
                    shown(given().contentType(ContentType.JSON)
                            .body(Map.of(
                                    "query",
                                    "mutation { generateCustomerToken(email: \"" + email + "\", password: \"" + WRONG
                                            + "\") { token } }"))
                            .post("/graphql")));
            assertThat(hashes() - before).as(what).isEqualTo(2);
        });
        assertThat(rest.values()).allMatch(answer -> answer.startsWith("401"));
        assertThat(Map.copyOf(rest).values().stream().distinct()).as("%s", rest).hasSize(1);
        assertThat(Map.copyOf(graphql).values().stream().distinct())
                .as("%s", graphql)
                .hasSize(1);
    }

    /** Ten wrong current passwords. */
    private static void lock(String token) {
        for (int i = 0; i < 10; i++) {
            as(token)
                    .body(Map.of("currentPassword", WRONG, "newPassword", "Other-Passw0rd"))
                    .put("/rest/V1/customers/me/password")
                    .then()
                    .statusCode(401);
        }
    }

    private static String shown(Response answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("X-Request-Id");
        headers.remove("Date");
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
