package io.clientele.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a shop says of a wish list, with nothing wrong by itself.
 *
 * @param id its row; 0 for one that is new, or not known to be there yet
 */
record WishlistReport(long id, String externalId, long customerId, Instant updatedAt, List<Item> items) {

    /** A product that is wished for. */
    record Item(String sku, BigDecimal qty, Instant addedAt) {}

    /** @param owner whose it is, which may be another account than the one named */
    WishlistReport at(long row, long owner) {
        return new WishlistReport(row, externalId, owner, updatedAt, items);
    }
}
