package io.clientele.address;

/** Says whose addresses the caller may see and change; the feature that knows the customers does. */
public interface AddressGuard {

    /** Whether the book is the caller's to see; an address in another one is not there. */
    boolean opens(long customerId);
}
