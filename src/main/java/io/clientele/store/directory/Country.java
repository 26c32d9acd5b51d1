package io.clientele.store.directory;

import java.util.List;
import java.util.Locale;

/**
 * A country an address may lie in.
 *
 * @param id its two-letter code
 * @param threeLetterCode its three-letter code
 * @param regions the regions its addresses choose from, in order of their names; empty when the region is free text
 */
public record Country(String id, String threeLetterCode, List<Region> regions) {

    /** Its name in that language; in English when the language has none for it. */
    public String name(Locale locale) {
        return CountryNames.name(id, locale);
    }

    public String englishName() {
        return CountryNames.name(id, Locale.ENGLISH);
    }
}
