package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an order was billed or sent to, in the contract's names.
 *
 * @param region its name, or an object with {@code region}, {@code region_code} and {@code region_id}
 */
@Schema(name = "activity-order-address")
public record OrderAddressDraft(
        @Nullable String prefix,
        @Nullable String firstname,
        @Nullable String middlename,
        @Nullable String lastname,
        @Nullable String suffix,
        @Nullable String company,
        @Nullable List<String> street,
        @Nullable String city,
        @Nullable JsonNode region,
        @Nullable Integer regionId,
        @Nullable String regionCode,
        @Nullable String postcode,
        @Nullable String countryId,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String vatId) {

    /** A region as the contract's address books have it. */
    record RegionDraft(
            @Nullable String region,
            @Nullable String regionCode,
            @Nullable Integer regionId) {}
}
