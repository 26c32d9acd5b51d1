package io.clientele.customer;

/**
 * Joins the transaction in which the owner of an account has proved to read the mail of its address. What was done under
 * the address without an account belongs to the customer from then on, and never by registration alone.
 */
public interface VerifiedEmailParticipant {

    /** May be called again for an address that was verified before. */
    void emailVerified(Customer customer);
}
