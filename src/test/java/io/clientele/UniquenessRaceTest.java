package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.fuzz.Wire;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However many register with one e-mail address at once, in whatever spelling, one of them does (goal R7). */
@QuarkusTest
class UniquenessRaceTest {

    private static final int ROUNDS = Integer.getInteger("clientele.race.registrations", 200);
    private static final int ROUNDS_WITH_PASSWORD = 10;
    private static final int CALLERS = 20;
    private static final String TAKEN =
            "A customer with the same email address already exists in an associated website.";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    @Test
    void one_of_twenty_registrations_with_one_address_succeeds() throws Exception {
        try (Race race = new Race(CALLERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                exactlyOne(race, "zo\u00eb.\u00e5ngstr\u00f6m" + System.nanoTime() + "@example.com", null);
            }
        }
    }

    @Test
    void one_of_twenty_registrations_with_passwords_succeeds() throws Exception {
        try (Race race = new Race(CALLERS)) {
            for (int round = 0; round < ROUNDS_WITH_PASSWORD; round++) {
                exactlyOne(race, "zo\u00eb.\u00e9t\u00e9" + System.nanoTime() + "@example.com", "Right-Passw0rd");
            }
        }
    }

    @Test
    void the_letter_sigma_has_one_key_wherever_it_stands() throws Exception {
        String mark = "x" + System.nanoTime();
        assertThat(register("\u03bd\u03b9\u03ba\u03bf\u03c2." + mark + "@example.com", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(register("\u039d\u0399\u039a\u039f\u03a3." + mark + "@example.com", null)
                        .body())
                .contains(TAKEN);
    }

    private void exactlyOne(Race race, String email, String password) throws Exception {
        List<HttpResponse<String>> answers = race.round(i -> () -> register(spelled(email, i), password));
        int made = 0;
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() == 200) {
                made++;
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                JsonNode body = JSON.readTree(answer.body());
                assertThat(body.get("message").asText()).isEqualTo(TAKEN);
            }
        }
        assertThat(made).as(email).isEqualTo(1);
        String mark = email.replaceAll("\\D", "");
        assertThat(database.first(
                        SqlFragment.of("select count(*) from customer where email_key like ?", "%" + mark + "@%"),
                        row -> row.getInt(1)))
                .hasValue(1);
        if (password != null) {
            assertThat(database.first(
                            SqlFragment.of(
                                    "select count(*) from credential join customer on customer.id = subject_id"
                                            + " and subject_type = 3 where email_key like ?",
                                    "%" + mark + "@%"),
                            row -> row.getInt(1)))
                    .hasValue(1);
        }
    }

    /** Upper or lower case, composed or decomposed letters. */
    private static String spelled(String email, int number) {
        String cased = number % 2 == 0 ? email : email.toUpperCase(Locale.ROOT);
        return Normalizer.normalize(cased, number % 4 < 2 ? Normalizer.Form.NFC : Normalizer.Form.NFD);
    }

    private static HttpResponse<String> register(String email, String password) throws Exception {
        Map<String, Object> customer = Map.of("email", email, "firstname", "Ada", "lastname", "Lovelace");
        byte[] body = JSON.writeValueAsBytes(
                password == null ? Map.of("customer", customer) : Map.of("customer", customer, "password", password));
        while (true) {
            HttpResponse<String> answer = Wire.json("POST", "/rest/V1/customers", "", body);
            if (answer.statusCode() != 503) {
                return answer;
            }
            // On a busy machine twenty passwords are more than are hashed in time; a client comes back when told to.
            TimeUnit.SECONDS.sleep(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()));
        }
    }
}
