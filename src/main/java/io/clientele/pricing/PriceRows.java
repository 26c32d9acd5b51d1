package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows of all storages of prices have in common. */
final class PriceRows {

    /** The most rows, or skus, of one call. */
    static final int MOST = 10_000;

    /** Enough for the most rows with long names. */
    static final int LARGEST_BODY = 8 << 20;

    private PriceRows() {}

    /** @throws io.clientele.shared.Refusal when there are more than one call takes */
    static void demandFew(List<?> rows) {
        if (rows.size() > MOST) {
            throw Refusals.tooManyItems("prices", MOST);
        }
    }

    /** The amount that was sent; null when it is none or less than nothing. */
    static @Nullable BigDecimal amount(@Nullable JsonNode sent) {
        return Decimals.amount(Decimals.text(sent))
                .filter(amount -> amount.signum() >= 0)
                .orElse(null);
    }
}
