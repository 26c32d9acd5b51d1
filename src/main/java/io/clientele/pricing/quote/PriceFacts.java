package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a product's price on one website, in the currency prices are kept in. The order of the tiers has no
 * meaning.
 */
record PriceFacts(BigDecimal base, @Nullable Special special, List<TierRow> tiers) {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A price that counts from the one moment until before the other; null where it has no beginning or end. */
    record Special(
            BigDecimal price,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Whether the moment lies in the half-open period. */
    static boolean covers(@Nullable Instant from, @Nullable Instant to, Instant moment) {
        return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
    }
}
