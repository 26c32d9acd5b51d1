package io.clientele.address;

import io.clientele.attribute.AttributeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an address book.
 *
 * @param street one to twenty lines
 * @param countryId the two-letter code
 * @param regionId the region of the country's list, or 0 where the region is free text or absent
 * @param region the region's name, or what was typed
 * @param regionCode the region's code; null where there is no listed region and none was typed
 * @param vatCheck what the check of the VAT number came to; null where it was not checked
 * @param externalId the caller's own key, unique in the customer's website
 * @param attributes what the merchant's own attributes say of it
 */
public record Address(
        long id,
        long customerId,
        String firstname,
        String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String company,
        List<String> street,
        String city,
        @Nullable String postcode,
        String countryId,
        int regionId,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String vatId,
        @Nullable VatCheck vatCheck,
        boolean defaultBilling,
        boolean defaultShipping,
        @Nullable String externalId,
        AttributeSet attributes,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What the check of a VAT number came to.
     *
     * @param valid whether the number is registered
     * @param requestId under which the European Commission's service can prove that it was asked, or null
     * @param requestDate the day the service named, or null when it did not answer
     * @param success whether the service answered; otherwise the number could not be one, or it was not reached
     */
    public record VatCheck(
            boolean valid,
            @Nullable String requestId,
            @Nullable LocalDate requestDate,
            boolean success) {}
}
