package io.clientele.activity.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of a customer's orders.
 *
 * @param firstPlacedAt when the customer placed the first order of all in the scope, on this page or not; null for none
 */
record OrderPage(Page<Order> page, @Nullable Instant firstPlacedAt) {}
