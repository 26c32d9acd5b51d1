package io.clientele.address;

/** Joins the transaction that changes an address book entry by entry, for features that keep something of the book. */
public interface AddressParticipant {

    /**
     * Called before anything is read or locked of the book, for those who lock something that others lock before a book.
     */
    default void bookChanging(long customerId) {}

    /** Called once the book is as it will be. */
    void bookChanged(long customerId);
}
