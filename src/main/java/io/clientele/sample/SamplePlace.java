package io.clientele.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A town where people of the sample shop live.
 *
 * @param view 0 where they shop in the default website, 1 in the second one
 * @param locale the language of names and streets there
 * @param regionCode the code of its region; empty where the country has no list
 * @param postcode what postcodes look like there, a regular expression
 */
record SamplePlace(int view, Locale locale, String regionCode, String city, String postcode) {

    String country() {
        return locale.getCountry();
    }

    /** The places the service is packaged with, always in the same order. */
    static List<SamplePlace> all() {
        try (InputStream stream = SamplePlace.class.getResourceAsStream("/sample/places.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("the resource sample/places.tsv is not packaged");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(part -> new SamplePlace(
                            Integer.parseInt(part[0]), Locale.forLanguageTag(part[1]), part[2], part[3], part[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
