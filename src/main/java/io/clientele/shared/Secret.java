package io.clientele.shared;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random texts that open something to whoever carries them, and the hash that is kept in their place. What is random
 * needs no slow hash: nobody can go through 2^128 of them.
 */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int URL_BYTES = 32;

    private Secret() {}

    /** 256 random bits as 43 signs of the URL's alphabet. */
    public static String url() {
        byte[] random = new byte[URL_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** SHA-256 of the text, 32 bytes. */
    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
