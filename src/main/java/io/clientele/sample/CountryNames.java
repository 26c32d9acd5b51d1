package io.clientele.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The codes of countries by their English names, and by those names that only the Online Retail file has. */
final class CountryNames {

    /** What is no country, such as the European Community or the Channel Islands, has no code. */
    private static final Map<String, String> OWN =
            Map.of("EIRE", "IE", "RSA", "ZA", "USA", "US", "Czech Republic", "CZ", "Hong Kong", "HK");

    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code));
        codes.putAll(OWN);
        return Map.copyOf(codes);
    }
}
