package io.clientele.mail;

/**
 * Whom a mail goes to.
 *
 * @param customerId 0 for somebody without an account
 */
public record Recipient(long customerId, String name, String email) {

    public static Recipient customer(long id, String name, String email) {
        return new Recipient(id, name, email);
    }

    /** Somebody of whom only the address is known. */
    public static Recipient guest(String email) {
        return new Recipient(0, "", email);
    }
}
