package io.clientele.privacy;

import io.clientele.shared.person.Person;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The deployment's key of the ledger (HMAC-SHA-256): who does not have it can neither try addresses against the file nor add a line
 * to it that would be believed.
 */
final class LedgerKey {

    /** The fewest characters of a key. */
    static final int LEAST = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException for a text that is too short */
    LedgerKey(String secret) {
        if (secret.length() < LEAST) {
            throw new IllegalArgumentException(
                    "clientele.privacy.erasures-key must have at least " + LEAST + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What the ledger knows an address by. */
    String of(Person address) {
        return mac("address\n" + address.name());
    }

    /** What shows that a line was written by whoever has the key. */
    String ofLine(String content) {
        return mac("line\n" + content);
    }

    boolean isOfLine(String content, String mac) {
        return MessageDigest.isEqual(
                ofLine(content).getBytes(StandardCharsets.UTF_8), mac.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
