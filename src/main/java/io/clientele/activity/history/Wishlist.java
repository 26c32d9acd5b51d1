package io.clientele.activity.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What somebody wishes for. */
record Wishlist(long id, long customerId, String externalId, Instant changedAt, List<Item> items) {

    /** @param line its number in the list, from 1 on */
    record Item(long wishlistId, int line, String sku, BigDecimal qty, Instant addedAt) {}
}
