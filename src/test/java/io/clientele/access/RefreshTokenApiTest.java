package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that are renewed, and what ends them. */
@QuarkusTest
class RefreshTokenApiTest {

    private static final String ME = "/rest/V1/customers/me";
    private static final String DEAD = "The refresh token is not valid. Please sign in again.";

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Map<String, Object> customer = Map.of();
    private long id;

    private record Pair(String access, String refresh) {}

    @BeforeEach
    void make_a_customer() {
        customer = CustomerFixture.customer();
        id = CustomerFixture.create(customer);
    }

    @Test
    void a_session_is_renewed_and_stays_one_session() {
        Pair first = begin();
        assertThat(first.refresh()).matches("[A-Za-z0-9_-]{43}");
        Pair second = pair(refresh(first.refresh()).statusCode(200).body("expires_in", is(3_600)));
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        as(first.access()).get(ME).then().statusCode(200);
        as(second.access()).get(ME + "/sessions").then().statusCode(200).body("$", hasSize(1));
        pair(refresh(second.refresh()).statusCode(200));
    }

    @Test
    void a_token_that_comes_again_ends_its_whole_session_and_no_other() {
        Pair other = begin();
        Pair first = begin();
        Pair second = pair(refresh(first.refresh()).statusCode(200));
        refresh(first.refresh()).statusCode(401).body("message", is(DEAD));
        as(second.access()).get(ME).then().statusCode(401);
        as(first.access()).get(ME).then().statusCode(401);
        refresh(second.refresh()).statusCode(401).body("message", is(DEAD));
        assertThat(database.list(
                        SqlFragment.of(
                                "select 1 from audit_entry where action = 'refresh_token.reused' and object_id = ?",
                                Long.toString(id)),
                        row -> true))
                .as("written although it is refused")
                .hasSize(1);
        as(other.access()).get(ME).then().statusCode(200);
        pair(refresh(other.refresh()).statusCode(200));
    }

    @Test
    void of_many_that_come_at_once_one_wins_or_none_and_there_is_one_session() throws Exception {
        for (int round = 0; round < 5; round++) {
            Pair first = begin();
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> refresh(first.refresh()).extract().statusCode());
            }
            int won = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<Integer> each : threads.invokeAll(calls)) {
                    won += each.get() == 200 ? 1 : 0;
                }
            }
            assertThat(won).isLessThanOrEqualTo(1);
            assertThat(database.list(
                            SqlFragment.of(
                                    "select id from access_token where subject_id = ? and subject_type = 3"
                                            + " and revoked_at is null",
                                    id),
                            row -> row.getLong("id")))
                    .as("all others came after one that had won")
                    .isEmpty();
        }
    }

    @Test
    void it_is_no_access_token_and_an_access_token_renews_nothing() {
        Pair pair = begin();
        as(pair.refresh()).get(ME).then().statusCode(401);
        as(pair.refresh())
                .body(Map.of("query", "{ storeConfig { store_code } }"))
                .post("/graphql")
                .then()
                .statusCode(401);
        refresh(pair.access()).statusCode(401).body("message", is(DEAD));
        assertThat(refresh("").extract().statusCode()).isIn(400, 401);
        assertThat(refresh("\0").extract().statusCode()).isIn(400, 401);
        for (String wrong : List.of("' or 1=1 --", "x".repeat(43), "x".repeat(100_000))) {
            refresh(wrong).statusCode(401).body("message", is(DEAD));
        }
        pair(refresh(pair.refresh()).statusCode(200));
    }

    @Test
    void it_is_kept_as_a_hash_only() {
        Pair pair = begin();
        assertThat(database.list(
                        SqlFragment.of(
                                "select 1 from refresh_token where position(cast(? as bytea) in token_hash) > 0",
                                pair.refresh().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                        row -> true))
                .isEmpty();
    }

    @Test
    void whoever_is_signed_out_deactivated_or_deleted_renews_nothing() {
        Pair signedOut = begin();
        as(signedOut.access())
                .post("/rest/V1/integration/customer/revoke-customer-token")
                .then()
                .statusCode(200);
        refresh(signedOut.refresh()).statusCode(401).body("message", is(DEAD));
        Pair inactive = begin();
        asAdmin().post("/rest/V1/customers/" + id + "/deactivate").then().statusCode(200);
        refresh(inactive.refresh()).statusCode(401);
        asAdmin().post("/rest/V1/customers/" + id + "/reactivate").then().statusCode(200);
        Pair deleted = begin();
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        refresh(deleted.refresh()).statusCode(401);
    }

    @Test
    void it_ends_by_itself_and_with_the_age_of_its_session() {
        Pair ended = begin();
        database.run(SqlFragment.of("update refresh_token set expires_at = ?", clock.instant()));
        refresh(ended.refresh()).statusCode(401).body("message", is(DEAD));

        setting("clientele/tokens/session_lifetime", "1");
        Pair old = begin();
        database.run(SqlFragment.of(
                "update access_token set created_at = ? where subject_id = ? and subject_type = 3",
                clock.instant().minusSeconds(120),
                id));
        ValidatableResponse last = refresh(old.refresh()).statusCode(200);
        assertThat(last.extract().jsonPath().getString("refresh_token"))
                .as("the session is old enough")
                .isNull();
        asAdmin()
                .delete("/rest/V1/settings/clientele/tokens/session_lifetime")
                .then()
                .statusCode(200);
    }

    @Test
    void a_shop_can_do_without() {
        setting("clientele/tokens/refresh_expiration", "0");
        ValidatableResponse answer = tokens().statusCode(200);
        assertThat(answer.extract().jsonPath().getString("refresh_token")).isNull();
        as(answer.extract().jsonPath().getString("access_token")).get(ME).then().statusCode(200);
        asAdmin()
                .delete("/rest/V1/settings/clientele/tokens/refresh_expiration")
                .then()
                .statusCode(200);
    }

    @Test
    void a_wrong_password_begins_nothing() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", customer.get("email"), "password", "Wrong-Passw0rd"))
                .post("/rest/V1/integration/customer/tokens")
                .then()
                .statusCode(401);
    }

    @Test
    void the_storefront_begins_and_renews_over_graphql() {
        String begun = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "query",
                        "mutation { generateCustomerTokens(email: \"" + customer.get("email") + "\", password: \""
                                + PASSWORD + "\") { access_token refresh_token expires_in } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.generateCustomerTokens.expires_in", is(3_600))
                .extract()
                .path("data.generateCustomerTokens.refresh_token");
        String query = "mutation { refreshCustomerTokens(refresh_token: \"" + begun + "\") { access_token } }";
        String access = given().contentType(ContentType.JSON)
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data.refreshCustomerTokens.access_token");
        as(access).get(ME).then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(401)
                .body("errors[0].message", is(DEAD))
                .body("errors[0].extensions.category", is("graphql-authentication"));
    }

    private static void setting(String path, String value) {
        asAdmin()
                .body(Map.of("value", value))
                .put("/rest/V1/settings/" + path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse tokens() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", customer.get("email"), "password", PASSWORD))
                .post("/rest/V1/integration/customer/tokens")
                .then();
    }

    private Pair begin() {
        return pair(tokens().statusCode(200));
    }

    private static Pair pair(ValidatableResponse answer) {
        var json = answer.extract().jsonPath();
        return new Pair(json.getString("access_token"), json.getString("refresh_token"));
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", token))
                .post("/rest/V1/integration/customer/token/refresh")
                .then();
    }
}
