package io.clientele.shared.person;

import io.clientele.shared.Sha256;

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
        return new Person(EMAIL + Sha256.hex(emailKey));
    }

    /** Whether the person may come back as somebody new: an id is never used again, an address may be. */
    boolean mayReturn() {
        return name.startsWith(EMAIL);
    }
}
