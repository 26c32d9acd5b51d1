package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordRulesApiTest {

    private static final String EMAIL = "Some.Body1@example.com";

    @Inject
    PasswordRules rules;

    @Test
    void what_keeps_the_rules_is_accepted() {
        assertThatCode(() -> rules.check("Abcdefg1", EMAIL)).doesNotThrowAnyException();
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

    private void refused(String password, String message) {
        assertThatThrownBy(() -> rules.check(password, EMAIL)).hasMessage(message);
    }
}
