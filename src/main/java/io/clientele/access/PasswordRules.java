package io.clientele.access;

import io.clientele.shared.Fold;
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
     * @throws io.clientele.shared.Refusal that says which rule it breaks
     */
    public void check(String password, String email) {
        check(password);
        if (Fold.key(password).equals(Fold.key(email))) {
            throw AccessRefusals.passwordIsEmail();
        }
    }

    /** Accepts the password by its looks alone, where the account is not known yet. */
    public void check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST) {
            throw AccessRefusals.passwordTooLong(LONGEST);
        }
        if (length < minimumLength()) {
            throw AccessRefusals.passwordTooShort(minimumLength());
        }
        if (!password.strip().equals(password)) {
            throw AccessRefusals.passwordEndsInSpace();
        }
        if (classes(password) < requiredClasses()) {
            throw AccessRefusals.passwordTooPlain(requiredClasses());
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
