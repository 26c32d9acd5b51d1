package io.clientele.access;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordRulesApiTest {

    private static final String COMMON = "The password is too common. Create a new password and try again.";
    private static final String EMAIL = "Some.Body1@example.com";

    @Inject
    PasswordRules rules;

    @Test
    void what_keeps_the_rules_is_accepted() {
        assertThatCode(() -> rules.check("Axcwekg1", EMAIL)).doesNotThrowAnyException();
        assertThatCode(() -> rules.check("lower and, digits 1", EMAIL)).doesNotThrowAnyException();
        assertThatCode(() -> rules.check("Aa1" + "\uD83D\uDE00".repeat(253), EMAIL))
                .doesNotThrowAnyException();
    }

    @Test
    void each_rule_has_its_message() {
        refused("Abcde1!", "The password needs at least 8 characters. Create a new password and try again.");
        refused(
                "abcdefgh1",
                "Minimum of different classes of characters in password is 3. Classes of characters: Lower Case, Upper"
                        + " Case, Digits, Special Characters.");
        refused("A1" + "a".repeat(255), "Please enter a password with at most 256 characters.");
        refused(" Abcdefg1", "The password can't begin or end with a space. Verify the password and try again.");
        refused("Abcdefg1 ", "The password can't begin or end with a space. Verify the password and try again.");
        refused(
                "SOME.body1@example.com",
                "The password can't be the same as the email address. Create a new password and try again.");
    }

    @Test
    void common_passwords_are_refused_whatever_their_case_and_signs() {
        StoreFixture.set("customer/password/required_character_classes_number", "1", "default", 0);
        try {
            for (String common : new String[] {
                "password",
                "PassWord",
                "Passw0rd",
                "P@$$w0rd",
                "12345678",
                "iloveyou",
                "\uFF30assword",
                "sunshine",
                "qwertyuiop"
            }) {
                refused(common, COMMON);
            }
            StoreFixture.set("clientele/password/blocklist", "0", "default", 0);
            assertThatCode(() -> rules.check("Passw0rd", EMAIL)).doesNotThrowAnyException();
        } finally {
            StoreFixture.inherit("clientele/password/blocklist", "default", 0);
            StoreFixture.inherit("customer/password/required_character_classes_number", "default", 0);
        }
        refused("Passw0rd", COMMON);
        assertThatCode(() -> rules.check("Unc0mmon-Wombat", EMAIL)).doesNotThrowAnyException();
    }

    @Test
    void words_of_the_shop_are_refused_with_digits_and_signs_around_them() {
        StoreFixture.set("clientele/password/shop_words", "Zauberladen, Hexenwald", "default", 0);
        try {
            for (String word : new String[] {"Zauberladen1!", "ZAUBERLADEN-2026", "#Hexenw@ld1", "1zauberL@den"}) {
                refused(word, COMMON);
            }
            assertThatCode(() -> rules.check("Zauberladen-Besen1", EMAIL)).doesNotThrowAnyException();
        } finally {
            StoreFixture.inherit("clientele/password/shop_words", "default", 0);
        }
        assertThatCode(() -> rules.check("Zauberladen1!", EMAIL)).doesNotThrowAnyException();
    }

    @Test
    void length_alone_counts_where_the_shop_wants_it_so() {
        StoreFixture.set("clientele/password/length_only", "1", "default", 0);
        try {
            assertThatCode(() -> rules.check("fifteen letters", EMAIL)).doesNotThrowAnyException();
            refused(
                    "Fourteen-lett1",
                    "The password needs at least 15 characters. Create a new password and try again.");
            refused("qwerty123456789", COMMON);
        } finally {
            StoreFixture.inherit("clientele/password/length_only", "default", 0);
        }
    }

    /** A second factor can be taken away any day, and the password stays. */
    @Test
    void length_alone_is_the_same_for_administrators_with_a_second_factor() {
        StoreFixture.set("clientele/password/length_only", "1", "default", 0);
        StoreFixture.set("twofactorauth/general/force_providers", "google", "default", 0);
        try {
            asAdmin()
                    .body(Map.of("user", Map.of("password", "Fourteen-lett1")))
                    .put("/rest/V1/admin/users/1")
                    .then()
                    .statusCode(400)
                    .body(
                            "message",
                            is("The password needs at least %1 characters. Create a new password and try again."))
                    .body("parameters", is(List.of(15)));
        } finally {
            StoreFixture.inherit("twofactorauth/general/force_providers", "default", 0);
            StoreFixture.inherit("clientele/password/length_only", "default", 0);
        }
    }

    @Test
    void administrators_keep_the_same_rules() {
        asAdmin()
                .body(Map.of("user", Map.of("password", "Passw0rd")))
                .put("/rest/V1/admin/users/1")
                .then()
                .statusCode(400)
                .body("message", is(COMMON));
    }

    @Test
    void what_looks_the_same_counts_the_same() {
        // Wide letters and digits are letters and digits, and a ligature is as long as it is hashed.
        assertThatCode(() -> rules.check("\uFF21\uFF58\uFF43\uFF57\uFF45\uFF4B\uFF47\uFF11", EMAIL))
                .doesNotThrowAnyException();
        refused("Aa1" + "\uFDFA".repeat(20), "Please enter a password with at most 256 characters.");
    }

    private void refused(String password, String message) {
        assertThatThrownBy(() -> rules.check(password, EMAIL)).hasMessage(message);
    }
}
