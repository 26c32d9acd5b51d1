package io.clientele.newsletter;

/** A wish to subscribe an address, carried out after the answer, so that the answer tells nothing of it. */
record SubscriptionRequest(int websiteId, int storeId, String email) {

    static final String TOPIC = "newsletter-subscription";
}
