package io.clientele.shared.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Somebody whose values are sealed.
 *
 * @param name {@code customer:5}, {@code admin:3}, or {@code email:} and a hash of the folded address, so that a name
 *     tells nothing by itself
 */
public record Person(String name) {

    private static final String EMAIL = "email:";

    public static Person customer(long id) {
        return new Person("customer:" + id);
    }

    public static Person admin(long id) {
        return new Person("admin:" + id);
    }

    /**
     * Somebody known by an e-mail address only.
     *
     * @param emailKey the folded address
     */
    public static Person email(String emailKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(emailKey.getBytes(StandardCharsets.UTF_8));
            return new Person(EMAIL + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the person may come back as somebody new: an id is never used again, an address may be. */
    boolean mayReturn() {
        return name.startsWith(EMAIL);
    }
}
