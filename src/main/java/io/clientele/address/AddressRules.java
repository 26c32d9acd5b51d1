package io.clientele.address;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.BuiltInParts;
import io.clientele.attribute.BuiltInSettings;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import io.clientele.store.directory.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an address must have before it is stored, by the settings of the customer's website. */
@ApplicationScoped
class AddressRules {

    private final Settings settings;
    private final BuiltInParts builtIn;
    private final Countries countries;
    private final RegionRules regions;

    @Inject
    AddressRules(Settings settings, BuiltInParts builtIn, Countries countries, RegionRules regions) {
        this.settings = settings;
        this.builtIn = builtIn;
        this.countries = countries;
        this.regions = regions;
    }

    /** @throws Refusal naming every part that is missing or wrong */
    void check(AddressEntity address) {
        List<Refusal> wrong = new ArrayList<>();
        required(wrong, "firstname", address.firstname);
        required(wrong, "lastname", address.lastname);
        required(wrong, "street", address.street.isEmpty() ? null : address.street.get(0));
        required(wrong, "city", address.city);
        requiredBySetting(wrong, address);
        country(wrong, address);
        lengths(wrong, address);
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
    }

    private void requiredBySetting(List<Refusal> wrong, AddressEntity address) {
        int website = address.websiteId;
        if (builtIn.isDemanded("telephone", website)) {
            required(wrong, "telephone", address.telephone);
        }
        if (builtIn.isDemanded("fax", website)) {
            required(wrong, "fax", address.fax);
        }
        if (builtIn.isDemanded("company", website)) {
            required(wrong, "company", address.company);
        }
        if (address.id == null) {
            // An address from before the setting can be changed without them.
            wrong.addAll(builtIn.missing(
                    AttributeOwner.CUSTOMER_ADDRESS,
                    Map.of("prefix", address.prefix != null, "suffix", address.suffix != null),
                    website));
        }
    }

    private void country(List<Refusal> wrong, AddressEntity address) {
        String country = address.countryId;
        if (country == null) {
            wrong.add(Refusals.required("countryId"));
            return;
        }
        if (!countries.isAllowed(country, address.websiteId)) {
            wrong.add(Refusals.invalidValue("countryId", country));
            return;
        }
        String postcode = address.postcode;
        if (postcode == null) {
            if (!countries.postcodeOptional(country)) {
                wrong.add(Refusals.required("postcode"));
            }
        } else if (!countries.postcodeAccepted(country, postcode, address.websiteId)) {
            wrong.add(Refusals.invalidValue("postcode", postcode));
        }
        Refusal region = regions.settle(address, country);
        if (region != null) {
            wrong.add(region);
        }
    }

    private void lengths(List<Refusal> wrong, AddressEntity address) {
        name(wrong, "First Name", address.firstname);
        name(wrong, "Middle Name", address.middlename);
        name(wrong, "Last Name", address.lastname);
        length(wrong, "Name Prefix", address.prefix);
        length(wrong, "Name Suffix", address.suffix);
        length(wrong, "Company", address.company);
        length(wrong, "City", address.city);
        length(wrong, "State/Province", address.region);
        length(wrong, "State/Province", address.regionCode);
        length(wrong, "Zip/Postal Code", address.postcode);
        length(wrong, "Phone Number", address.telephone);
        length(wrong, "Fax", address.fax);
        length(wrong, "VAT Number", address.vatId);
        length(wrong, "external_id", address.externalId);
        int most = Math.clamp(settings.number(BuiltInSettings.STREET_LINES, address.websiteId), 1, 20);
        if (address.street.size() > most) {
            wrong.add(AddressRefusals.tooManyLines(most));
        }
        address.street.forEach(line -> length(wrong, "Street Address", line));
    }

    private static void required(List<Refusal> wrong, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong.add(Refusals.required(field));
        }
    }

    private static void name(List<Refusal> wrong, String label, @Nullable String value) {
        if (value != null && !PersonName.isValid(value)) {
            wrong.add(Refusals.invalidName(label));
        }
    }

    private static void length(List<Refusal> wrong, String label, @Nullable String value) {
        if (value != null && !PersonName.fits(value)) {
            wrong.add(Refusals.tooLong(label, PersonName.LONGEST));
        }
    }
}
