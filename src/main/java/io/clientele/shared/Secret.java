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
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** How long {@link #text} is. */
    public static final int TEXT_LENGTH = 32;

    private Secret() {}

    /** 256 random bits as 43 signs of the URL's alphabet. */
    public static String url() {
        byte[] random = new byte[URL_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The contract's form of keys and tokens: {@value #TEXT_LENGTH} small letters and digits, 165 random bits. */
    public static String text() {
        StringBuilder text = new StringBuilder(TEXT_LENGTH);
        RANDOM.ints(TEXT_LENGTH, 0, LETTERS.length()).forEach(each -> text.append(LETTERS.charAt(each)));
        return text.toString();
    }

    /** SHA-256 of the text, 32 bytes. */
    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
