package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private SecretNames() {}

    /** Whether a value of that name is a secret, whatever way its words are put together. */
    public static boolean isSecret(String name) {
        return WORDS.splitAsStream(HUMP.matcher(name).replaceAll("$1_$2"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(SECRETS::contains);
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
