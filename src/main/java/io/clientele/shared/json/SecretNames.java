package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** Tells by its name that a value is a secret, which is neither logged nor shown. */
public final class SecretNames {

    /** Words of a name that make its value a secret. */
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwords",
            "passphrase",
            "secret",
            "secrets",
            "token",
            "tokens",
            "hash",
            "otp",
            "confirmation",
            "credential",
            "credentials",
            "authorization",
            "signature",
            "pepper",
            "seed");

    private SecretNames() {}

    /** Whether a value of that name is a secret, whatever way its words are put together: every name that is kept is asked. */
    public static boolean isSecret(String name) {
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean between = i == name.length() || !isPartOfWord(name.charAt(i));
            if (between || (i > from && isHump(name.charAt(i - 1), name.charAt(i)))) {
                if (i > from && SECRETS.contains(name.substring(from, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                from = between ? i + 1 : i;
            }
        }
        return false;
    }

    private static boolean isPartOfWord(char letter) {
        return isLarge(letter) || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    private static boolean isHump(char before, char letter) {
        return isLarge(letter) && !isLarge(before);
    }

    private static boolean isLarge(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** Takes secrets, however deep, out of the tree, and gives it back. */
    public static JsonNode removeFrom(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().removeIf(property -> isSecret(property.getKey()));
        }
        tree.forEach(SecretNames::removeFrom);
        return tree;
    }
}
