package io.clientele.store.directory;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * A country as GraphQL shows it.
 *
 * @param availableRegions null where the region is free text
 */
@Name("Country")
public record CountryNode(
        String id,
        @Name("two_letter_abbreviation") String twoLetterAbbreviation,
        @Name("three_letter_abbreviation") String threeLetterAbbreviation,
        @Name("full_name_locale") String fullNameLocale,
        @Name("full_name_english") String fullNameEnglish,
        @Name("available_regions") @Nullable List<RegionNode> availableRegions) {

    /**
     * A region as GraphQL shows it.
     *
     * @param id boxed, because the published schema lets it be null
     */
    @Name("Region")
    public record RegionNode(Integer id, String code, String name) {

        static RegionNode of(Region region) {
            return new RegionNode(region.id(), region.code(), region.name());
        }
    }

    static CountryNode of(Country country, Locale locale) {
        List<RegionNode> regions =
                country.regions().stream().map(RegionNode::of).toList();
        return new CountryNode(
                country.id(),
                country.id(),
                country.threeLetterCode(),
                country.name(locale),
                country.englishName(),
                regions.isEmpty() ? null : regions);
    }
}
