package io.clientele.store.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the shipped data say of countries, their regions and their postcodes; read at first use, then unchanging. The
 * folder {@code directory} of the resources says where it comes from.
 */
final class DirectoryData {

    /** Codes that the contract lists and the runtime has no three-letter code for. */
    private static final Map<String, String> FURTHER_CODES = Map.of("XK", "XKX", "AN", "ANT", "FX", "FXX");

    private final Map<String, Country> countries = new TreeMap<>();
    private final Map<Integer, Region> regions = new HashMap<>();
    private final Map<String, Pattern> postcodes = new HashMap<>();

    private static final class Holder {
        static final DirectoryData DATA = new DirectoryData();
    }

    private DirectoryData() {
        Map<String, List<Region>> lists = new HashMap<>();
        read("regions.tsv", part -> {
            Region region = new Region(Integer.parseInt(part[1]), part[0], part[2], part[3]);
            regions.put(region.id(), region);
            lists.computeIfAbsent(region.countryId(), country -> new ArrayList<>())
                    .add(region);
        });
        for (String id : Locale.getISOCountries()) {
            add(id, Locale.of("", id).getISO3Country(), lists);
        }
        FURTHER_CODES.forEach((id, threeLetters) -> add(id, threeLetters, lists));
        read("postcodes.tsv", part -> postcodes.put(part[0], Pattern.compile(part[1], Pattern.CASE_INSENSITIVE)));
    }

    static DirectoryData get() {
        return Holder.DATA;
    }

    /** All countries by their two-letter codes, in the order of the codes. */
    Map<String, Country> countries() {
        return Collections.unmodifiableMap(countries);
    }

    @Nullable
    Region region(int id) {
        return regions.get(id);
    }

    /** How a postcode of the country looks, in full and in either case; null where the data do not say. */
    @Nullable
    Pattern postcode(String country) {
        return postcodes.get(country);
    }

    private void add(String id, String threeLetters, Map<String, List<Region>> lists) {
        countries.put(id, new Country(id, threeLetters, List.copyOf(lists.getOrDefault(id, List.of()))));
    }

    private static void read(String name, Consumer<String[]> row) {
        try (InputStream stream = DirectoryData.class.getResourceAsStream("/directory/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource directory/" + name + " is not packaged");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                row.accept(line.split("\t", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
