package io.clientele.store.directory;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The countries' names as Unicode CLDR has them, kept per language: the runtime's own look-up is slow for a list. */
final class CountryNames {

    /** A code the contract still lists and CLDR has no name for. */
    private static final Map<String, String> UNNAMED = Map.of("FX", "Metropolitan France");

    /** Grows with the locales that store views use, so it needs no bound. */
    private static final Map<Locale, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    private CountryNames() {}

    static String name(String country, Locale locale) {
        return NAMES.computeIfAbsent(locale, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(country, key -> lookUp(key, locale));
    }

    private static String lookUp(String country, Locale locale) {
        String name = Locale.of("", country).getDisplayCountry(locale);
        // The runtime answers the code itself where it has no name.
        return name.equals(country) ? UNNAMED.getOrDefault(country, country) : name;
    }
}
