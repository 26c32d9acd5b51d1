package io.clientele.customer.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.address.AddressDraft;
import io.clientele.customer.graphql.AttributeInputs.AttributeValue;
import io.clientele.customer.graphql.AttributeInputs.OlderValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** An address as GraphQL takes it. */
@Name("CustomerAddressInput")
public class AddressInput {
    public @Nullable String city;
    public @Nullable String company;

    @JsonbProperty("country_code")
    public @Nullable String countryCode;

    @JsonbProperty("country_id")
    public @Nullable String countryId;

    @JsonbProperty("custom_attributes")
    public @Nullable List<@Nullable OlderValue> customAttributes;

    @JsonbProperty("custom_attributesV2")
    public @Nullable List<@Nullable AttributeValue> customAttributesV2;

    @JsonbProperty("default_billing")
    public @Nullable Boolean defaultBilling;

    @JsonbProperty("default_shipping")
    public @Nullable Boolean defaultShipping;

    public @Nullable String fax;
    public @Nullable String firstname;
    public @Nullable String lastname;
    public @Nullable String middlename;
    public @Nullable String postcode;
    public @Nullable String prefix;
    public @Nullable RegionInput region;
    public @Nullable List<String> street;
    public @Nullable String suffix;
    public @Nullable String telephone;

    @JsonbProperty("vat_id")
    public @Nullable String vatId;

    /** The region of an address as GraphQL takes it. */
    @Name("CustomerAddressRegionInput")
    public static class RegionInput {
        public @Nullable String region;

        @JsonbProperty("region_code")
        public @Nullable String regionCode;

        @JsonbProperty("region_id")
        public @Nullable Integer regionId;
    }

    /** The country, in whichever of the two fields it came. */
    @Nullable
    String country() {
        return countryCode == null ? countryId : countryCode;
    }

    /** Whether nothing at all was sent. */
    boolean isEmpty() {
        return draft().equals(new AddressInput().draft()) && customAttributes == null && customAttributesV2 == null;
    }

    /** The values of both lists; the newer one counts where both name an attribute. */
    private Map<String, JsonNode> attributes() {
        Map<String, JsonNode> values = AttributeInputs.olderByCode(customAttributes);
        values.putAll(AttributeInputs.byCode(customAttributesV2));
        return values;
    }

    /** What was sent, for an address that is still to be named. */
    protected AddressDraft draft() {
        RegionInput named = region == null ? new RegionInput() : region;
        return new AddressDraft(
                null,
                firstname,
                lastname,
                middlename,
                prefix,
                suffix,
                company,
                street,
                city,
                postcode,
                country(),
                named.regionId,
                named.region,
                named.regionCode,
                telephone,
                fax,
                vatId,
                defaultBilling,
                defaultShipping,
                null,
                attributes());
    }
}
