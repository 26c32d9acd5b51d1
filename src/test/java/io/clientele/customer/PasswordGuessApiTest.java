package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.MailFixture;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever asks for an account's password, guesses count to one lock; the owner gets in by a reset all the same. */
@QuarkusTest
class PasswordGuessApiTest {

    private static final String WRONG = "Wrong-Passw0rd";
    private static final String NEXT = "Next-Passw0rd";
    private static final String LOCKED = "The account is locked.";
    private static final String NOT_THIS_ACCOUNTS =
            "The password doesn't match this account. Verify the password and try again.";
    private static final String INVALID = "Invalid login or password.";

    @Inject
    MeterRegistry metrics;

    @Test
    void the_tenth_guess_locks_whatever_asked_for_the_password_and_no_more_are_checked() {
        Map<String, Object> ada = customer();
        long id = CustomerFixture.create(ada);
        SiteFixture site = SiteFixture.base();
        String token = site.token(ada.get("email"));
        List<Function<String, ValidatableResponse>> rest = List.of(
                password -> as(token)
                        .body(Map.of("currentPassword", password, "newPassword", NEXT))
                        .put("/rest/V1/customers/me/password")
                        .then(),
                password -> as(token)
                        .body(Map.of(
                                "customer",
                                CustomerFixture.with(ada, "email", CustomerFixture.email()),
                                "password",
                                password))
                        .put("/rest/V1/customers/me")
                        .then());
        List<Function<String, ValidatableResponse>> graphql = List.of(
                password -> mutate(
                        token,
                        "mutation ($p: String!, $o: String!) { changeCustomerPassword(currentPassword: $p,"
                                + " newPassword: $o) { email } }",
                        password,
                        NEXT),
                password -> mutate(
                        token,
                        "mutation ($p: String!, $o: String!) { updateCustomerEmail(password: $p, email: $o)"
                                + " { customer { email } } }",
                        password,
                        CustomerFixture.email()),
                password -> mutate(
                        token,
                        "mutation ($p: String!, $o: String!) { updateCustomer(input: {password: $p, email: $o})"
                                + " { customer { email } } }",
                        password,
                        CustomerFixture.email()));
        double before = hashes();
        rest.forEach(each -> each.apply(WRONG).statusCode(401).body("message", is(NOT_THIS_ACCOUNTS)));
        graphql.forEach(each -> refusedOverGraphQL(each.apply(WRONG), INVALID));
        site.signIn(ada.get("email"), WRONG).then().statusCode(401);
        GraphQLFixture.guest("mutation { generateCustomerToken(email: \"" + ada.get("email") + "\", password: \""
                        + WRONG + "\") { token } }")
                .statusCode(401);
        rest.forEach(each -> each.apply(WRONG).statusCode(401).body("message", is(NOT_THIS_ACCOUNTS)));
        assertThat(hashes() - before).isEqualTo(9);
        GraphQLFixture.graphql(token, "{ customer { email } }").statusCode(200).body("errors", nullValue());
        refusedOverGraphQL(graphql.getFirst().apply(WRONG), INVALID);
        assertThat(hashes() - before).isEqualTo(10);
        rest.forEach(each -> each.apply(PASSWORD).statusCode(401).body("message", is(LOCKED)));
        graphql.forEach(each -> refusedOverGraphQL(each.apply(PASSWORD), LOCKED));
        refusedOverGraphQL(GraphQLFixture.graphql(token, "mutation { deleteCustomer }"), LOCKED);
        refusedOverGraphQL(GraphQLFixture.graphql(token, "{ customer { email } }"), LOCKED);
        assertThat(hashes() - before).isEqualTo(10);
        site.signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        asAdmin().get("/rest/V1/customers/" + id).then().statusCode(200).body("email", is(ada.get("email")));
    }

    @Test
    void an_owner_whom_guesses_shut_out_everywhere_gets_in_by_a_reset_and_has_all_tries_again() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String session = life.site().token(ada.get("email"));
        for (int i = 0; i < 6; i++) {
            life.site().signIn(ada.get("email"), WRONG).then().statusCode(401);
        }
        for (int i = 0; i < 4; i++) {
            as(session)
                    .body(Map.of("currentPassword", WRONG, "newPassword", NEXT))
                    .put(life.site().path("/customers/me/password"))
                    .then()
                    .statusCode(401);
        }
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        life.graphql("mutation ($e: String!) { requestPasswordResetEmail(email: $e) }", Map.of("e", ada.get("email")))
                .body("data.requestPasswordResetEmail", is(true));
        String token = MailFixture.token(mail(ada.get("email"), "password-reset"));
        life.graphql(
                        "mutation ($e: String!, $t: String!, $p: String!)"
                                + " { resetPassword(email: $e, resetPasswordToken: $t, newPassword: $p) }",
                        Map.of("e", ada.get("email"), "t", token, "p", NEXT))
                .body("data.resetPassword", is(true));
        String renewed = life.site()
                .signIn(ada.get("email"), NEXT)
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
        life.site().me(renewed).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            life.site().signIn(ada.get("email"), WRONG).then().statusCode(401);
        }
        life.site().signIn(ada.get("email"), NEXT).then().statusCode(200);
    }

    private static ValidatableResponse mutate(String token, String document, String password, String other) {
        return GraphQLFixture.graphql(token, document, Map.of("p", password, "o", other));
    }

    private static void refusedOverGraphQL(ValidatableResponse answer, String message) {
        answer.statusCode(401)
                .body("errors[0].message", is(message))
                .body("errors[0].extensions.category", is("graphql-authentication"));
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
