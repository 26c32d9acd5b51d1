package io.clientele.pricing;

import io.clientele.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a load after it has been looked at by itself.
 *
 * @param price what it says; null when too much is missing to compare it with other rows
 * @param faults what is wrong with it; it is written only when nothing is
 */
record TierPriceRow(
        int number, TierPriceDraft draft, @Nullable TierPrice price, List<Refusal> faults) {}
