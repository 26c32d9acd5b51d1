package io.clientele.pricing.quote;

import java.util.Set;

/** Knows which segments shoppers are in; implemented where segments are. */
public interface CallerSegments {

    /** The ids of the segments of the website that the customer is in: one statement at most. */
    Set<Long> ofCustomer(long customerId, int websiteId);

    /** The ids of the segments of the website that the visitor of the request is in, if there is one: two statements at most. */
    Set<Long> ofVisitor(int websiteId);
}
