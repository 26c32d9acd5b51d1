package io.clientele.address;

/** Joins the transaction that changes an address book entry by entry, for features that keep something of the book. */
public interface AddressParticipant {

    void bookChanged(long customerId);
}
