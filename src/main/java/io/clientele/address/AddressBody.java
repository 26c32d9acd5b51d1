package io.clientele.address;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.shared.json.CustomAttribute;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address as REST shows and takes it. */
@Schema(name = "customer-data-address-interface")
public record AddressBody(
        @Nullable Long id,
        @Nullable Long customerId,
        @Nullable RegionBody region,
        @Nullable Integer regionId,
        @Nullable String countryId,
        @Nullable List<String> street,
        @Nullable String company,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String vatId,
        @Nullable Boolean defaultShipping,
        @Nullable Boolean defaultBilling,
        @Nullable ExtensionBody extensionAttributes,
        @Nullable List<CustomAttribute> customAttributes) {

    /** The region; all three parts are always shown, the code as null where there is none. */
    @Schema(name = "customer-data-region-interface")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RegionBody(
            @Nullable String regionCode,
            @Nullable String region,
            @Nullable Integer regionId) {}

    /**
     * What the contract has no place for: the caller's own key, and what the check of the VAT number came to, which is
     * shown and never taken.
     */
    @Schema(name = "customer-data-address-extension-interface")
    public record ExtensionBody(
            @Nullable String externalId,
            @Nullable Integer vatIsValid,
            @Nullable String vatRequestId,
            @Nullable String vatRequestDate,
            @Nullable Integer vatRequestSuccess) {

        private static @Nullable ExtensionBody of(Address address) {
            Address.VatCheck check = address.vatCheck();
            if (check == null) {
                return address.externalId() == null
                        ? null
                        : new ExtensionBody(address.externalId(), null, null, null, null);
            }
            return new ExtensionBody(
                    address.externalId(),
                    check.valid() ? 1 : 0,
                    check.requestId(),
                    check.requestDate() == null ? null : check.requestDate().toString(),
                    check.success() ? 1 : 0);
        }
    }

    public static AddressBody of(Address address) {
        return new AddressBody(
                address.id(),
                address.customerId(),
                new RegionBody(address.regionCode(), address.region(), address.regionId()),
                address.regionId(),
                address.countryId(),
                address.street(),
                address.company(),
                address.telephone(),
                address.fax(),
                address.postcode(),
                address.city(),
                address.firstname(),
                address.lastname(),
                address.middlename(),
                address.prefix(),
                address.suffix(),
                address.vatId(),
                address.defaultShipping() ? true : null,
                address.defaultBilling() ? true : null,
                ExtensionBody.of(address),
                CustomAttribute.list(address.attributes().shown()));
    }

    public static @Nullable AddressBody ofNullable(@Nullable Address address) {
        return address == null ? null : of(address);
    }

    /** The region may be named beside the address or inside its object; the object's parts come second. */
    public AddressDraft draft() {
        RegionBody inner = region == null ? new RegionBody(null, null, null) : region;
        return new AddressDraft(
                id,
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
                regionId == null ? inner.regionId() : regionId,
                inner.region(),
                inner.regionCode(),
                telephone,
                fax,
                vatId,
                defaultBilling,
                defaultShipping,
                extensionAttributes == null ? null : extensionAttributes.externalId(),
                CustomAttribute.byCode(customAttributes));
    }
}
