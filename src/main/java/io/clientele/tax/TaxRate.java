package io.clientele.tax;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of tax in a place.
 *
 * @param countryId the two-letter code
 * @param regionId one of the country's regions, or 0 for all of them
 * @param regionCode the region's code; null for all of them
 * @param postcode what {@link PostcodePattern} reads; {@code from-to} when it is a range
 * @param zipFrom the first number of a range, or null when it is none
 * @param zipTo the last number of a range, or null when it is none
 * @param percent at least 0, with four decimals at most
 * @param titles what store views call it, by the store view's id
 */
public record TaxRate(
        int id,
        String countryId,
        int regionId,
        @Nullable String regionCode,
        String postcode,
        @Nullable Integer zipFrom,
        @Nullable Integer zipTo,
        BigDecimal percent,
        String code,
        List<Title> titles) {

    /** What a store view calls a rate. */
    public record Title(int storeId, String value) {}
}
