package io.clientele.activity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an order that has not been reported yet.
 *
 * @param websiteId the order's; 0 for that of whichever website
 */
record EarlyCorrection(
        String externalId,
        int websiteId,
        @Nullable String status,
        @Nullable Instant statusAt,
        @Nullable BigDecimal refunded,
        @Nullable Instant refundedAt) {

    static EarlyCorrection of(OrderReport.Correction correction, Instant moment) {
        return new EarlyCorrection(
                correction.externalId(),
                correction.websiteId(),
                correction.status(),
                correction.status() == null ? null : moment,
                correction.refunded(),
                correction.refunded() == null ? null : moment);
    }

    /** Both of them, each word by its latest report. */
    EarlyCorrection and(EarlyCorrection later) {
        boolean status = isLater(later.statusAt(), statusAt);
        boolean refunded = isLater(later.refundedAt(), refundedAt);
        return new EarlyCorrection(
                externalId,
                websiteId,
                status ? later.status() : this.status,
                status ? later.statusAt() : statusAt,
                refunded ? later.refunded() : this.refunded,
                refunded ? later.refundedAt() : refundedAt);
    }

    boolean isOf(int website) {
        return websiteId == 0 || websiteId == website;
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || !one.isBefore(other));
    }
}
