package io.clientele.access;

import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a new password must look like. */
@ApplicationScoped
public class PasswordRules {

    /** Characters; longer ones are refused so that hashing stays bounded. */
    private static final int LONGEST = 256;

    private static final int CLASSES = 4;

    private final Settings settings;

    PasswordRules(Settings settings) {
        this.settings = settings;
    }

    /** The fewest characters, at least 1. */
    public int minimumLength() {
        return Math.max(1, settings.number(AccessSettings.PASSWORD_LENGTH));
    }

    /** How many of the four classes of characters, 1 to 4. */
    public int requiredClasses() {
        return Math.clamp(settings.number(AccessSettings.PASSWORD_CLASSES), 1, CLASSES);
    }

    /**
     * Accepts the password for the account with the e-mail address.
     *
     * @throws Refusal that says which rule it breaks
     */
    public void check(String password, String email) {
        check(password);
        if (Fold.key(password).equals(Fold.key(email))) {
            throw Refusal.input(
                    "The password can't be the same as the email address. Create a new password and try" + " again.");
        }
    }

    /** Accepts the password by its looks alone, where the account is not known yet. */
    public void check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST) {
            throw Refusal.input("Please enter a password with at most %1 characters.")
                    .at(LONGEST);
        }
        if (length < minimumLength()) {
            throw Refusal.input("The password needs at least %1 characters. Create a new password and try again.")
                    .at(minimumLength());
        }
        if (!password.strip().equals(password)) {
            throw Refusal.input("The password can't begin or end with a space. Verify the password and try again.");
        }
        if (classes(password) < requiredClasses()) {
            throw Refusal.input("Minimum of different classes of characters in password is %1. Classes of characters:"
                            + " Lower Case, Upper Case, Digits, Special Characters.")
                    .at(requiredClasses());
        }
    }

    private enum CharacterClass {
        LOWER("[a-z]"),
        UPPER("[A-Z]"),
        DIGIT("[0-9]"),
        SPECIAL("[^a-zA-Z0-9]");

        private final Pattern pattern;

        CharacterClass(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private static int classes(String password) {
        return (int) Stream.of(CharacterClass.values())
                .filter(each -> each.pattern.matcher(password).find())
                .count();
    }
}
