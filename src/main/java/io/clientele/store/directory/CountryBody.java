package io.clientele.store.directory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A country as REST shows it.
 *
 * @param availableRegions null, and so left out, where the region is free text
 */
public record CountryBody(
        String id,
        String twoLetterAbbreviation,
        String threeLetterAbbreviation,
        String fullNameLocale,
        String fullNameEnglish,
        @Nullable List<RegionBody> availableRegions) {

    /**
     * A region as REST shows it.
     *
     * @param id the number as text: the contract has it so in this place, and only here
     */
    public record RegionBody(String id, String code, String name) {

        static RegionBody of(Region region) {
            return new RegionBody(Integer.toString(region.id()), region.code(), region.name());
        }
    }

    static CountryBody of(Country country, Locale locale) {
        List<RegionBody> regions =
                country.regions().stream().map(RegionBody::of).toList();
        return new CountryBody(
                country.id(),
                country.id(),
                country.threeLetterCode(),
                country.name(locale),
                country.englishName(),
                regions.isEmpty() ? null : regions);
    }
}
