package io.clientele.assistance;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.assistance.AssistanceFixture.LOGIN;
import static io.clientele.assistance.AssistanceFixture.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.assistance.AssistanceFixture.Administrator;
import io.clientele.customer.Together;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One-time codes: asked for by administrators, changed into tokens by storefronts. */
@QuarkusTest
class OneTimeCodeApiTest {

    private static final String WRONG = "The account sign-in was incorrect or your account is disabled temporarily."
            + " Please wait and try again later.";
    private static final String GUESS = "0123456789abcdef0123456789abcdef";
    /** In nanoseconds; shorter than what a statement may take. */
    private static final long PATIENCE = 3_000_000_000L;

    private static final String TOKEN = "data.exchangeOtpForCustomerToken.token";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    ExpiredCodeRemoval removal;

    @Test
    void a_code_gives_a_token_that_names_the_administrator_and_is_good_once() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        Administrator helper = Administrator.make(List.of(LOGIN));
        String code = ada.code(helper.token());
        assertThat(code).matches("[0-9a-f]{32}");
        String token = ada.exchange(code).statusCode(200).extract().path(TOKEN);
        as(token).get(ada.site().path("/customers/me")).then().body("id", is((int) ada.id()));
        assertThat(claims(token)).contains("\"admin_id\":" + helper.id());
        wrong(ada.exchange(code));
        assertThat(ada.log())
                .extracting(entry -> entry.get("action") + " " + entry.get("result") + " " + entry.get("admin_username")
                        + " " + entry.get("reason"))
                .containsExactly(
                        "exchange success " + helper.username() + " Asked by phone",
                        "code success " + helper.username() + " Asked by phone");
    }

    @Test
    void a_code_needs_a_reason_of_at_most_255_characters() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        for (Map<String, String> body : List.of(Map.<String, String>of(), Map.of("reason", " "))) {
            ada.code(AdminFixture.token(), body)
                    .statusCode(400)
                    .body("message", is("\"%fieldName\" is required. Enter and try again."))
                    .body("parameters", is(Map.of("fieldName", "reason")));
        }
        ada.code(AdminFixture.token(), Map.of("reason", "r".repeat(256)))
                .statusCode(400)
                .body("message", is("\"Reason\" length must be equal or less than 255 characters."));
        assertThat(ada.log()).isEmpty();
        ada.code(AdminFixture.token(), Map.of("reason", "r".repeat(255))).statusCode(200);
    }

    @Test
    void of_a_hundred_exchanges_at_a_time_one_gets_the_token() throws Exception {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String code = ada.code(AdminFixture.token());
        Callable<Response> exchange = () -> ada.exchange(code).extract().response();
        List<Response> answers = Together.run(Collections.nCopies(100, exchange));
        assertThat(answers).filteredOn(answer -> answer.path(TOKEN) != null).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> WRONG.equals(answer.path("errors[0].message")))
                .hasSize(99);
        assertThat(ada.log())
                .filteredOn(entry -> entry.get("action").equals("exchange"))
                .filteredOn(entry -> entry.get("result").equals("success"))
                .hasSize(1);
    }

    @Test
    void it_is_good_for_a_minute_or_as_long_as_the_shop_says() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        var before = clock.instant();
        String code = ada.code(AdminFixture.token());
        assertThat(expiry(ada))
                .isBetween(before.plusSeconds(59), clock.instant().plusSeconds(60));
        expire(ada);
        wrong(ada.exchange(code));
        StoreFixture.set(
                "clientele/assistance/code_lifetime",
                "600",
                "websites",
                ada.site().website());
        String longer = ada.code(AdminFixture.token());
        assertThat(expiry(ada)).isAfter(before.plusSeconds(599));
        ada.exchange(longer).statusCode(200).body("errors", nullValue());
    }

    @Test
    void only_its_hash_is_kept() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String code = ada.code(AdminFixture.token());
        List<String> rows = database.list(
                SqlFragment.of("select a::text from assistance_code a where customer_id = ?", ada.id()),
                row -> row.getString(1));
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(code));
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_worthless() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String code = ada.code(AdminFixture.token());
        for (int i = 0; i < 4; i++) {
            wrong(ada.exchange(GUESS));
        }
        ada.exchange(code).statusCode(200);
        String next = ada.code(AdminFixture.token());
        for (int i = 0; i < 5; i++) {
            wrong(ada.exchange(GUESS));
        }
        wrong(ada.exchange(next));
        assertThat(ada.log())
                .filteredOn(entry -> entry.get("result").equals("refused"))
                .as("wrong codes while there was one to guess at")
                .hasSize(9)
                .allSatisfy(entry -> assertThat(entry).doesNotContainKey("admin_id"));
        String another = ada.code(AdminFixture.token());
        ada.exchange(another).statusCode(200).body("errors", nullValue());
    }

    @Test
    void exchanges_that_wait_for_each_other_get_one_token() throws Exception {
        AssistanceFixture ada = AssistanceFixture.make(true);
        String code = ada.code(AdminFixture.token());
        assertThat(allAtOnce(ada, code))
                .filteredOn(answer -> answer.path(TOKEN) != null)
                .hasSize(1);
    }

    @Test
    void guesses_that_wait_for_each_other_count_like_guesses_one_after_the_other() throws Exception {
        AssistanceFixture ada = AssistanceFixture.make(true);
        ada.code(AdminFixture.token());
        allAtOnce(ada, GUESS);
        assertThat(ada.log())
                .filteredOn(entry -> entry.get("result").equals("refused"))
                .hasSize(5);
    }

    /** Exchanges that all find the customer's codes held by somebody else, who lets go of them when all are there. */
    private List<Response> allAtOnce(AssistanceFixture ada, String code) throws Exception {
        int times = 8;
        QuarkusTransaction.begin();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Response>> answers = new ArrayList<>();
            try {
                database.run(
                        SqlFragment.of("update assistance_code set guesses = guesses where customer_id = ?", ada.id()));
                for (int i = 0; i < times; i++) {
                    answers.add(
                            threads.submit(() -> ada.exchange(code).extract().response()));
                }
                for (long until = System.nanoTime() + PATIENCE; waiting() < times && System.nanoTime() < until; ) {
                    Thread.onSpinWait();
                }
            } finally {
                QuarkusTransaction.rollback();
            }
            List<Response> all = new ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private int waiting() {
        return database.list(SqlFragment.of("select 1 from pg_locks where not granted"), row -> row.getInt(1))
                .size();
    }

    @Test
    void it_is_of_one_customer_and_the_next_one_takes_its_place() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        AssistanceFixture eve = AssistanceFixture.make(true);
        String first = ada.code(AdminFixture.token());
        String other = ada.code(Administrator.make(List.of(LOGIN)).token());
        String second = ada.code(AdminFixture.token());
        wrong(eve.exchange(second));
        wrong(ada.exchange("nobody@example.com", second));
        wrong(ada.exchange(first));
        ada.exchange(second).statusCode(200).body("errors", nullValue());
        ada.exchange(other).statusCode(200).body("errors", nullValue());
    }

    @Test
    void it_is_worthless_once_the_consent_is_withdrawn_or_the_administrator_is_gone() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        Administrator helper = Administrator.make(List.of(LOGIN));
        String code = ada.code(helper.token());
        String later = ada.code(AdminFixture.token());
        asAdmin()
                .body(Map.of("user", Map.of("is_active", false)))
                .put("/rest/V1/admin/users/" + helper.id())
                .then()
                .statusCode(200);
        wrong(ada.exchange(code));
        asAdmin()
                .body(Map.of("customer", Map.of("extension_attributes", Map.of("assistance_allowed", 1))))
                .put("/rest/V1/customers/" + ada.id())
                .then()
                .statusCode(200);
        ada.exchange(later)
                .body("errors[0].message", is("Allow remote shopping assistance is disabled."))
                .body("errors[0].extensions.category", is("graphql-authorization"));
        wrong(ada.exchange(later));
    }

    @Test
    void an_empty_address_or_code_is_refused() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        ada.exchange(" ", GUESS)
                .body("errors[0].message", is("Specify the \"email\" value."))
                .body("errors[0].extensions.category", is("graphql-input"));
        ada.exchange(" ")
                .body("errors[0].message", is("Specify the \"otp\" value."))
                .body("errors[0].extensions.category", is("graphql-input"));
    }

    @Test
    void codes_are_removed_when_their_time_is_over() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        AssistanceFixture eve = AssistanceFixture.make(true);
        ada.code(AdminFixture.token());
        eve.code(AdminFixture.token());
        expire(ada);
        removal.remove();
        assertThat(codes(ada)).isZero();
        assertThat(codes(eve)).isEqualTo(1);
    }

    private int codes(AssistanceFixture of) {
        return database.list(
                        SqlFragment.of("select 1 from assistance_code where customer_id = ?", of.id()),
                        row -> row.getInt(1))
                .size();
    }

    private Instant expiry(AssistanceFixture of) {
        return database.first(
                        SqlFragment.of("select expires_at from assistance_code where customer_id = ?", of.id()),
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .orElseThrow();
    }

    private void expire(AssistanceFixture of) {
        database.run(SqlFragment.of(
                "update assistance_code set expires_at = ? where customer_id = ?",
                clock.instant().minusSeconds(1),
                of.id()));
    }

    private static void wrong(ValidatableResponse answer) {
        answer.body("errors[0].message", is(WRONG)).body("errors[0].extensions.category", is("graphql-authentication"));
    }
}
