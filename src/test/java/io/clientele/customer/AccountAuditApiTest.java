package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.sent;
import static io.clientele.MailFixture.token;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The steps in the life of an account leave one entry each in the audit log, and mails nothing that can be read. */
@QuarkusTest
class AccountAuditApiTest {

    @Inject
    Database database;

    @Inject
    PersonKeys keys;

    @Test
    void each_step_is_noted_once_with_who_took_it() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        life.activate(ada.get("email"), "wrong").statusCode(400);
        life.activate(ada.get("email"), token(mail(ada.get("email"), "confirmation")))
                .statusCode(200);
        life.requestReset(ada.get("email")).statusCode(200);
        String reset = token(mail(ada.get("email"), "password-reset"));
        life.reset(ada.get("email"), "wrong", "Next-Passw0rd").statusCode(400);
        life.reset(ada.get("email"), reset, "Next-Passw0rd").statusCode(200);
        String session = life.site()
                .signIn(ada.get("email"), "Next-Passw0rd")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
        as(session)
                .body(Map.of("currentPassword", "Next-Passw0rd", "newPassword", PASSWORD))
                .put(life.site().path("/customers/me/password"))
                .then()
                .statusCode(200);
        for (String action : List.of("unlock", "revokeTokens", "sendPasswordReset", "deactivate", "reactivate")) {
            asAdmin().post("/rest/V1/customers/" + id + "/" + action).then().statusCode(200);
        }
        asAdmin()
                .body(Map.of("customer", Map.of("email", CustomerFixture.email())))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        life.post("/customers/undoEmailChange", Map.of("token", token(mail(ada.get("email"), "email-changed"))))
                .statusCode(200);
        assertThat(steps(id))
                .containsSubsequence(
                        "customer.confirmed",
                        "customer.password.reset.requested",
                        "customer.password.reset",
                        "customer.password.changed",
                        "customer.unlocked",
                        "customer.tokens.revoked",
                        "customer.password.reset.requested",
                        "customer.deactivated",
                        "customer.reactivated",
                        "customer.email.changed",
                        "customer.email.restored");
        for (String once : List.of("customer.confirmed", "customer.password.reset", "customer.password.changed")) {
            assertThat(steps(id)).filteredOn(once::equals).hasSize(1);
        }
    }

    @Test
    void a_reset_is_noted_with_the_request_that_asked_for_it() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String request =
                life.requestReset(ada.get("email")).statusCode(200).extract().header("X-Request-Id");
        mail(ada.get("email"), "password-reset");
        List<List<String>> entries = database.list(
                SqlFragment.of(
                        "select actor_type, request_id from audit_entry where object_type = 'customer'"
                                + " and object_id = ? and action = 'customer.password.reset.requested'",
                        Long.toString(id)),
                row -> List.of(row.getString(1), row.getString(2)));
        assertThat(entries).containsExactly(List.of("guest", request));
    }

    @Test
    void kept_mails_cannot_be_read_and_are_gone_with_the_persons_key() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        mail(ada.get("email"), "welcome");
        String kept = database.list(
                        SqlFragment.of("select m::text from kept_mail m where person = ?", "customer:" + id),
                        row -> row.getString(1))
                .toString();
        assertThat(kept)
                .contains("customer:" + id)
                .doesNotContain(ada.get("email").toString(), "Lovelace");
        keys.destroy(Person.customer(id));
        assertThat(sent(ada.get("email"), "welcome")).isEmpty();
    }

    @Test
    void what_was_noted_of_an_id_before_somebody_got_it_stands_in_nobodys_way() {
        long last = database.first(
                        SqlFragment.of("select nextval(pg_get_serial_sequence('customer', 'id'))"),
                        row -> row.getLong(1))
                .orElseThrow();
        Person next = Person.customer(last + 1);
        byte[] noted = keys.seal(next, "a guess");
        Map<String, Object> ada = customer();
        assertThat(LifeFixture.make().site().create(ada)).isEqualTo(last + 1);
        assertThat(keys.open(next, noted)).contains("a guess");
    }

    private List<String> steps(long id) {
        return database.list(
                SqlFragment.of(
                        "select action from audit_entry where object_type = 'customer' and object_id = ? order by id",
                        Long.toString(id)),
                row -> row.getString(1));
    }
}
