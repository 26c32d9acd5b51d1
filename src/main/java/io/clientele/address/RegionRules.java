package io.clientele.address;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.directory.Countries;
import io.clientele.store.directory.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Settles an address's region. Where the country has a list the region is one of it, by id or else by code or name;
 * where it has none the region is free text.
 */
@ApplicationScoped
class RegionRules {

    private final Countries countries;

    @Inject
    RegionRules(Countries countries) {
        this.countries = countries;
    }

    /** Fills in id, code and name of the region, or says what is wrong with it; null when nothing is. */
    @Nullable
    Refusal settle(AddressEntity address, String country) {
        if (!countries.hasRegions(country)) {
            // An id of another country's list means nothing here; clients send 0 or what was chosen before.
            address.regionId = 0;
            boolean missing = address.region == null && address.regionCode == null;
            return missing && countries.regionRequired(country) ? Refusals.required("region") : null;
        }
        if (address.regionId == 0) {
            Region named = named(address, country);
            if (named == null) {
                return countries.regionRequired(country) ? Refusals.required("regionId") : null;
            }
            return take(address, named);
        }
        Region chosen = countries.region(address.regionId).orElse(null);
        if (chosen == null || !chosen.countryId().equals(country)) {
            return Refusals.invalidValue("regionId", address.regionId);
        }
        return take(address, chosen);
    }

    private @Nullable Region named(AddressEntity address, String country) {
        if (address.regionCode != null) {
            return countries.regionByCode(country, address.regionCode).orElse(null);
        }
        return address.region == null
                ? null
                : countries.regionByName(country, address.region).orElse(null);
    }

    private static @Nullable Refusal take(AddressEntity address, Region region) {
        address.regionId = region.id();
        address.region = region.name();
        address.regionCode = region.code();
        return null;
    }
}
