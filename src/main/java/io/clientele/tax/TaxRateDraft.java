package io.clientele.tax;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to create or change a tax rate.
 *
 * @param id the rate to change, or 0 to create one
 * @param regionId 0 for all regions; null for what was there, as long as the country stays
 * @param range whether the postcodes are the numbers from {@code zipFrom} to {@code zipTo}
 * @param titles the whole new list; null for what was there
 */
record TaxRateDraft(
        int id,
        @Nullable String countryId,
        @Nullable Integer regionId,
        @Nullable String postcode,
        boolean range,
        @Nullable Integer zipFrom,
        @Nullable Integer zipTo,
        @Nullable BigDecimal percent,
        @Nullable String code,
        @Nullable List<Title> titles) {

    /** What a store view shall call the rate; empty for nothing. */
    record Title(@Nullable Integer storeId, @Nullable String value) {}
}
