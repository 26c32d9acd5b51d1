package io.clientele.address;

/** May refuse that the caller sees or changes a customer's addresses; the feature that knows the customer does so. */
public interface AddressGuard {

    /** @throws io.clientele.shared.Refusal when the book is not the caller's to see */
    void check(long customerId);
}
