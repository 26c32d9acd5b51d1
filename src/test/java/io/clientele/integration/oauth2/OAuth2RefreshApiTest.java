package io.clientele.integration.oauth2;

import static io.clientele.AdminFixture.as;
import static io.clientele.integration.oauth2.OAuth2Fixture.app;
import static io.clientele.integration.oauth2.OAuth2Fixture.by;
import static io.clientele.integration.oauth2.OAuth2Fixture.refresh;
import static io.clientele.integration.oauth2.OAuth2Fixture.token;
import static io.clientele.integration.oauth2.OAuth2Fixture.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.oauth2.OAuth2Fixture.Pair;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens of apps: each is good once, and one that comes again ends all that the app got. */
@QuarkusTest
class OAuth2RefreshApiTest {

    private static final String ME = "/rest/V1/customers/me";
    private static final String BOTH = "customer:read customer:write";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    OAuth2Removal removal;

    private Made app = new Made(0, "", "", "", "", "", "", "");
    private String own = "";

    @BeforeEach
    void make_a_customer_and_an_app() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        own = CustomerFixture.token(customer.get("email"));
        app = app(List.of());
    }

    @Test
    void each_use_gives_the_next_one_and_it_stays_one_session() {
        Pair first = tokens(app, own, BOTH);
        assertThat(first.refresh()).matches("[A-Za-z0-9_-]{43}");
        Pair second = Pair.of(refresh(app, first.refresh()));
        Pair third = Pair.of(refresh(app, second.refresh()));
        assertThat(List.of(second.refresh(), third.refresh())).doesNotContain(first.refresh());
        for (Pair each : List.of(first, second, third)) {
            as(each.access()).get(ME).then().statusCode(200);
        }
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void one_that_comes_again_ends_the_family_and_no_other() {
        Pair other = tokens(app, own, BOTH);
        Pair first = tokens(app, own, BOTH);
        Pair second = Pair.of(refresh(app, first.refresh()));
        refresh(app, first.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        as(first.access()).get(ME).then().statusCode(401);
        as(second.access()).get(ME).then().statusCode(401);
        refresh(app, second.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        by(app, Map.of("token", second.refresh()))
                .post("/oauth2/introspect")
                .then()
                .body("$", equalTo(Map.of("active", false)));
        as(other.access()).get(ME).then().statusCode(200);
        Pair.of(refresh(app, other.refresh()));
        assertThat(database.list(
                        SqlFragment.of(
                                "select 1 from audit_entry where action = 'oauth2_refresh_token.reused'"
                                        + " and object_id = ?",
                                Long.toString(app.id())),
                        row -> true))
                .hasSize(1);
    }

    @Test
    void of_many_that_come_at_once_one_wins_or_none_and_there_are_never_two_families() throws Exception {
        try (Race race = new Race(8)) {
            for (int round = 0; round < 5; round++) {
                Pair first = tokens(app, own, BOTH);
                List<Response> answers = race.round(i -> () -> refresh(app, first.refresh()));
                List<Response> won = answers.stream()
                        .filter(each -> each.statusCode() == 200)
                        .toList();
                assertThat(won).hasSizeLessThanOrEqualTo(1);
                assertThat(answers).allMatch(each -> each.statusCode() == 200 || each.statusCode() == 400);
                assertThat(sessions())
                        .as("all others came after the one that won")
                        .isZero();
                won.forEach(each -> refresh(app, Pair.of(each).refresh())
                        .then()
                        .statusCode(400)
                        .body("error", is("invalid_grant")));
            }
        }
    }

    @Test
    void a_client_may_ask_for_less_and_never_for_more() {
        Pair both = tokens(app, own, BOTH);
        Response narrow = renew(both.refresh(), "customer:read");
        narrow.then().statusCode(200).body("scope", is("customer:read"));
        Pair read = Pair.of(narrow);
        as(read.access()).body(Map.of("customer", Map.of())).put(ME).then().statusCode(401);
        Response whole = refresh(app, read.refresh());
        whole.then().statusCode(200).body("scope", is(BOTH));
        Pair small = tokens(app, own, "customer:read");
        renew(small.refresh(), BOTH).then().statusCode(400).body("error", is("invalid_scope"));
        renew(small.refresh(), "Magento_Customer::manage")
                .then()
                .statusCode(400)
                .body("error", is("invalid_scope"));
        Pair.of(refresh(app, small.refresh()));
    }

    @Test
    void it_is_for_its_client_and_is_no_access_token() {
        Made stranger = app(List.of());
        Pair pair = tokens(app, own, BOTH);
        refresh(stranger, pair.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        as(pair.refresh()).get(ME).then().statusCode(401);
        for (String none : List.of(pair.access(), "x".repeat(43), "\0", "' or 1=1 --", own)) {
            refresh(app, none).then().statusCode(400).body("error", is("invalid_grant"));
        }
        Pair.of(refresh(app, pair.refresh()));
    }

    @Test
    void revoking_it_ends_the_grant() {
        Pair pair = tokens(app, own, BOTH);
        by(app, Map.of("token", pair.refresh()))
                .post("/oauth2/introspect")
                .then()
                .statusCode(200)
                .body("active", is(true))
                .body("scope", is(BOTH))
                .body("client_id", is(app.clientId()));
        by(app, Map.of("token", pair.refresh(), "token_type_hint", "unheard_of"))
                .post("/oauth2/revoke")
                .then()
                .statusCode(200);
        as(pair.access()).get(ME).then().statusCode(401);
        refresh(app, pair.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
    }

    @Test
    void it_ends_and_the_customer_is_asked_again_after_a_while() {
        Pair idle = tokens(app, own, BOTH);
        database.run(SqlFragment.of(
                "update oauth2_refresh_token set expires_at = ? where token_hash = ?",
                clock.instant(),
                OAuth2Fixture.sha256(idle.refresh())));
        refresh(app, idle.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        Pair old = tokens(app, own, BOTH);
        database.run(SqlFragment.of(
                "update access_token set created_at = ? where integration_id = ? and revoked_at is null",
                clock.instant().minus(Duration.ofDays(366)),
                app.id()));
        refresh(app, old.refresh()).then().statusCode(200).body("$", not(hasKey("refresh_token")));
        StoreFixture.set("clientele/oauth2/refresh_token_lifetime", "0", "default", 0);
        try {
            token(app, code()).then().statusCode(200).body("$", not(hasKey("refresh_token")));
        } finally {
            StoreFixture.inherit("clientele/oauth2/refresh_token_lifetime", "default", 0);
        }
    }

    @Test
    void what_has_ended_is_removed_after_a_day_and_nothing_is_kept_in_the_clear() {
        OAuth2Fixture.Pkce pkce = OAuth2Fixture.Pkce.fresh();
        String request = OAuth2Fixture.request(app, pkce, BOTH);
        String code = OAuth2Fixture.code(app, own, pkce, BOTH);
        Pair pair = Pair.of(token(app, OAuth2Fixture.exchange(code, pkce)));
        for (String table : List.of("oauth2_request", "oauth2_code", "oauth2_refresh_token", "access_token")) {
            assertThat(database.list(
                            SqlFragment.of(
                                    "select 1 from " + table
                                            + " x where position(? in x::text) + position(? in x::text)"
                                            + " + position(? in x::text) + position(? in x::text) > 0",
                                    request,
                                    code,
                                    pair.refresh(),
                                    pair.access()),
                            row -> true))
                    .as(table)
                    .isEmpty();
        }
        removal.remove();
        assertThat(rows()).isEqualTo(4);
        for (String table : List.of("oauth2_request", "oauth2_code", "oauth2_refresh_token")) {
            database.run(SqlFragment.of(
                    "update " + table + " set expires_at = ? where integration_id = ?",
                    clock.instant().minus(Duration.ofHours(25)),
                    app.id()));
        }
        removal.remove();
        assertThat(rows()).isZero();
    }

    private Map<String, String> code() {
        OAuth2Fixture.Pkce pkce = OAuth2Fixture.Pkce.fresh();
        return OAuth2Fixture.exchange(OAuth2Fixture.code(app, own, pkce, BOTH), pkce);
    }

    private Response renew(String token, String scope) {
        return token(app, Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", scope));
    }

    private long sessions() {
        return count("select count(*) as n from access_token where integration_id = ? and revoked_at is null");
    }

    /** Two requests, a code and a refresh token. */
    private long rows() {
        return count("select count(*) as n from oauth2_request where integration_id = ?")
                + count("select count(*) as n from oauth2_code where integration_id = ?")
                + count("select count(*) as n from oauth2_refresh_token where integration_id = ?");
    }

    private long count(String sql) {
        return database.first(SqlFragment.of(sql, app.id()), row -> row.getLong("n"))
                .orElseThrow();
    }
}
