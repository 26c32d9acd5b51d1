package io.clientele.customer.graphql;

import io.clientele.address.Address;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** An address as GraphQL shows it. */
@Name("CustomerAddress")
public record AddressNode(
        @Ignore Address address,
        Integer id,
        @Id String uid,
        String firstname,
        String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String company,
        List<String> street,
        String city,
        @Nullable String postcode,
        @Name("country_code") String countryCode,
        @Name("country_id") String countryId,
        RegionNode region,
        @Nullable @Name("region_id") Integer regionId,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable @Name("vat_id") String vatId,
        @Name("default_billing") Boolean defaultBilling,
        @Name("default_shipping") Boolean defaultShipping) {

    /** The region: one of the country's list, or free text. */
    @Name("CustomerAddressRegion")
    public record RegionNode(
            @Nullable String region,
            @Nullable @Name("region_code") String regionCode,
            @Nullable @Name("region_id") Integer regionId) {}

    public static @Nullable AddressNode ofNullable(@Nullable Address address) {
        return address == null ? null : of(address);
    }

    public static AddressNode of(Address address) {
        return new AddressNode(
                address,
                (int) address.id(),
                Uid.of(address.id()),
                address.firstname(),
                address.lastname(),
                address.middlename(),
                address.prefix(),
                address.suffix(),
                address.company(),
                address.street(),
                address.city(),
                address.postcode(),
                address.countryId(),
                address.countryId(),
                new RegionNode(address.region(), address.regionCode(), address.regionId()),
                address.regionId(),
                address.telephone(),
                address.fax(),
                address.vatId(),
                address.defaultBilling(),
                address.defaultShipping());
    }
}
