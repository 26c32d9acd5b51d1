package io.clientele.activity;

import org.jspecify.annotations.Nullable;

/** Whose a fact is: a customer's, a visitor's, or nobody's that is known. */
record Owner(@Nullable Long customerId, @Nullable Long visitorId) {

    static final Owner NOBODY = new Owner(null, null);

    static Owner customer(long id) {
        return new Owner(id, null);
    }

    static Owner visitor(long id) {
        return new Owner(null, id);
    }

    boolean isNobody() {
        return customerId == null && visitorId == null;
    }
}
