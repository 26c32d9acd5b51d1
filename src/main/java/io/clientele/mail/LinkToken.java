package io.clientele.mail;

import io.clientele.shared.Sha256;
import java.security.SecureRandom;

/** Tokens for the links in mails: 32 characters of 165 random bits. */
public final class LinkToken {

    private static final int LENGTH = 32;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkToken() {}

    /** A new one. */
    public static String make() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }

    /** What is kept of a token to know it again; it does not lead back to the token. */
    public static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
