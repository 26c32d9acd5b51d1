package io.clientele.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People whose shop has moved in sign in with the passwords they had. */
@QuarkusTest
class LegacyPasswordApiTest {

    private static final String MD5 = "67a1e09bb1f83f5007dc119c14d663aa:salt:0";
    private static final String SHA256 = "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322:salt:1";
    private static final String ARGON2 = "abf1de8d537a1270237b9b56c8db9c67aeece6d89639a64d5ffd7264262541ab"
            + ":PNK7gwTSnTc9L8AXZEvgZQ4SA66qirus:3_32_2_67108864";
    private static final String OURS = "$argon2id$v=19$m=47104,t=1,p=1$";

    @Inject
    Credentials credentials;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Test
    void the_first_sign_in_keeps_the_password_in_the_form_of_new_ones() {
        for (String hash : new String[] {MD5, SHA256}) {
            Person person = person(hash);
            signIn(person, "Password").statusCode(401);
            assertThat(stored(person)).isEqualTo(hash);
            signIn(person, "password").statusCode(200).body(startsWith("\""));
            assertThat(stored(person)).startsWith(OURS);
            signIn(person, "password").statusCode(200);
            signIn(person, "Password").statusCode(401);
        }
    }

    @Test
    void argon2id_of_the_product_is_taken_too() {
        Person person = person(ARGON2);
        signIn(person, "Password@2021").statusCode(401);
        signIn(person, "Password@2022").statusCode(200);
        assertThat(stored(person)).startsWith(OURS);
        signIn(person, "Password@2022").statusCode(200);
    }

    @Test
    void a_try_at_a_quick_hash_costs_what_any_other_does() {
        Person person = person(SHA256);
        double before = hashes();
        signIn(person, "wrong").statusCode(401);
        assertThat(hashes() - before).isEqualTo(1);
        signIn(person, "password").statusCode(200);
        assertThat(hashes() - before).isEqualTo(2);
    }

    @Test
    void who_has_signed_in_here_keeps_the_password_when_the_old_hash_is_brought_again() {
        Person person = person(MD5);
        bring(person, SHA256);
        assertThat(stored(person)).isEqualTo(SHA256);
        signIn(person, "password").statusCode(200);
        String kept = stored(person);
        bring(person, ARGON2);
        assertThat(stored(person)).isEqualTo(kept);
        signIn(person, "password").statusCode(200);
    }

    @Test
    void failures_before_the_right_password_lock_as_they_always_do() {
        Person person = person(MD5);
        for (int i = 0; i < 6; i++) {
            signIn(person, "wrong").statusCode(401);
        }
        signIn(person, "password").statusCode(401);
        assertThat(stored(person)).isEqualTo(MD5);
    }

    private record Person(long id, String email) {}

    private Person person(String hash) {
        Map<String, Object> customer = CustomerFixture.customer();
        Person person = new Person(
                CustomerFixture.createByAdmin(customer), customer.get("email").toString());
        bring(person, hash);
        return person;
    }

    private void bring(Person person, String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> credentials.bring(Map.of(person.id(), HashedPassword.brought(hash))));
    }

    private String stored(Person person) {
        return database.first(
                        SqlFragment.of(
                                "select password_hash from credential where subject_type = 3 and subject_id = ?",
                                person.id()),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private static ValidatableResponse signIn(Person person, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", person.email(), "password", password))
                .post("/rest/V1/integration/customer/token")
                .then();
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
