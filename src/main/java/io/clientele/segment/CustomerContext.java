package io.clientele.segment;

import java.time.Instant;
import java.util.List;

/**
 * What rule engines have to know of a customer.
 *
 * @param segments the active segments the customer is in
 */
public record CustomerContext(long customerId, int websiteId, int groupId, int taxClassId, List<Entry> segments) {

    /** A segment the customer is in. */
    public record Entry(long id, String name, Instant enteredAt) {}
}
