package io.clientele.address;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address as somebody sends it. Null means "not supplied": nothing on creating, what was there on changing. Empty
 * text clears.
 *
 * @param id the entry to change, or null for a new one
 * @param attributes values of the merchant's own attributes, by code
 * @param defaultBilling whether it shall be the default billing address; false takes that away from it
 */
public record AddressDraft(
        @Nullable Long id,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String company,
        @Nullable List<String> street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String countryId,
        @Nullable Integer regionId,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String vatId,
        @Nullable Boolean defaultBilling,
        @Nullable Boolean defaultShipping,
        @Nullable String externalId,
        Map<String, JsonNode> attributes) {

    /** Supplies a telephone number and a postcode, or one of them. */
    public static AddressDraft ofContact(@Nullable String telephone, @Nullable String postcode) {
        return new AddressDraft(
                null, null, null, null, null, null, null, null, null, postcode, null, null, null, null, telephone, null,
                null, null, null, null, Map.of());
    }

    /** The same as an entry that is still to be made. */
    public AddressDraft asNew() {
        return with(null, externalId);
    }

    /** The same for the entry with the id, or a new one, under the caller's own key. */
    public AddressDraft named(@Nullable Long known, @Nullable String key) {
        return with(known, key);
    }

    /** The same for an entry there is. */
    AddressDraft withId(long known) {
        return with(known, externalId);
    }

    /** The same without what a customer may not say of its own address. */
    public AddressDraft ofSelf() {
        return with(id, null);
    }

    private AddressDraft with(@Nullable Long newId, @Nullable String newExternalId) {
        return new AddressDraft(
                newId,
                firstname,
                lastname,
                middlename,
                prefix,
                suffix,
                company,
                street,
                city,
                postcode,
                countryId,
                regionId,
                region,
                regionCode,
                telephone,
                fax,
                vatId,
                defaultBilling,
                defaultShipping,
                newExternalId,
                attributes);
    }
}
