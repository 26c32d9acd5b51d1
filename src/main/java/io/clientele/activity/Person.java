package io.clientele.activity;

import org.jspecify.annotations.Nullable;

/**
 * Whom a fact of a website is of, as the shop names it.
 *
 * @param externalId the shop's own id of the customer
 * @param visitorId somebody who has not signed in
 */
record Person(
        int websiteId,
        @Nullable Long customerId,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable Long visitorId) {

    /** Whether an account is named, and not just an address that may have one. */
    boolean namesCustomer() {
        return customerId != null || externalId != null;
    }

    /** Whether no more is said than an address, or nothing at all. */
    boolean isGuest() {
        return !namesCustomer() && visitorId == null;
    }
}
