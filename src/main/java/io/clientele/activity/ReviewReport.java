package io.clientele.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says of a review, with nothing wrong by itself.
 *
 * @param id its row; 0 for one that is new, or not known to be there yet
 */
record ReviewReport(
        long id,
        String externalId,
        @Nullable Long customerId,
        String sku,
        String nickname,
        String title,
        String detail,
        int rating,
        String status,
        Instant createdAt,
        Instant updatedAt) {

    /** @param owner whose it is, which may be another account than the one named; null for nobody's */
    ReviewReport at(long row, @Nullable Long owner) {
        return new ReviewReport(
                row, externalId, owner, sku, nickname, title, detail, rating, status, createdAt, updatedAt);
    }
}
