package io.clientele.access;

import io.clientele.shared.Fold;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a new password must look like. */
@ApplicationScoped
public class PasswordRules {

    /** Characters; longer ones are refused so that hashing stays bounded. */
    private static final int LONGEST = 256;

    private static final int CLASSES = 4;

    /** Where length stands for all else (NIST SP 800-63B, without a second factor). */
    private static final int LENGTH_ALONE = 15;

    private final PasswordBlocklist blocklist;
    private final Settings settings;

    PasswordRules(PasswordBlocklist blocklist, Settings settings) {
        this.blocklist = blocklist;
        this.settings = settings;
    }

    /** The fewest characters, at least 1. */
    public int minimumLength() {
        int least = settings.flag(PasswordSettings.LENGTH_ONLY) ? LENGTH_ALONE : 1;
        return Math.max(least, settings.number(AccessSettings.PASSWORD_LENGTH));
    }

    /** How many of the four classes of characters, 1 to 4. */
    public int requiredClasses() {
        if (settings.flag(PasswordSettings.LENGTH_ONLY)) {
            return 1;
        }
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
    public void check(String given) {
        // As it is hashed, so that what is counted here is what counts there.
        String password = Normalizer.normalize(given, Normalizer.Form.NFKC);
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST || given.codePointCount(0, given.length()) > LONGEST) {
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
        if (blocklist.contains(password)) {
            throw AccessRefusals.passwordTooCommon();
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
