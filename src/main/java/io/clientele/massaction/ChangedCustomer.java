package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A customer that an action has changed.
 *
 * @param before what it was like, in the action's own words
 */
public record ChangedCustomer(long customerId, JsonNode before) {}
