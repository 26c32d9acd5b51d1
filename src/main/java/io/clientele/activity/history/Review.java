package io.clientele.activity.history;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer said of a product.
 *
 * @param rating one to five stars
 */
record Review(String sku, String nickname, String title, String detail, int rating, String status, Instant createdAt) {

    private static final int MOST_STARS = 5;

    /** The rating in percent, as storefronts show it. */
    BigDecimal percent() {
        return BigDecimal.valueOf(100L * rating / MOST_STARS);
    }
}
