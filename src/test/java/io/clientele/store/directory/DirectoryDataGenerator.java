package io.clientele.store.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resources of {@code directory/} anew from the public data they come from. Run it when that data has
 * moved on:
 *
 * <pre>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.clientele.store.directory.DirectoryDataGenerator \
 *   -Dexec.args="countryinfo.txt.gz subdivisions.json.gz src"}</pre>
 *
 * <p>The first file is the address metadata of google/libaddressinput ({@code testdata/countryinfo.txt}), the second
 * the first-level lists of commerceguys/addressing as one JSON object (key: country, value: its file), the third the
 * folder that holds {@code main} and {@code test}. What lies there is read first: a region that has an id keeps it, a
 * region that is gone from the data stays (addresses point to it), and a new one gets the next free id.
 */
final class DirectoryDataGenerator {

    /** Ids below belong to the published lists, which are taken as they are and never regenerated. */
    private static final int FIRST_OWN_ID = 10_000;

    /** Countries whose region the contract always demands; the data do not ask for it everywhere. */
    private static final Set<String> ALWAYS_REQUIRED = Set.of("US", "CA", "AU", "BR", "MX", "IN", "ES", "CH");

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(String country, int id, String code, String name) {}

    private DirectoryDataGenerator() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("countryinfo.txt.gz subdivisions.json.gz source-folder");
        }
        Path regionsFile = Path.of(arguments[2], "main/resources/directory/regions.tsv");
        Map<String, JsonNode> formats = formats(Path.of(arguments[0]));
        Map<String, List<Row>> regions = read(regionsFile);
        Set<String> published = new TreeSet<>(regions.keySet());
        published.removeIf(
                country -> regions.getOrDefault(country, List.of()).get(0).id() >= FIRST_OWN_ID);
        addOwn(regions, published, formats, subdivisions(Path.of(arguments[1])));
        write(
                regionsFile,
                lines -> regions.values()
                        .forEach(rows -> rows.stream()
                                .sorted(byName())
                                .forEach(row -> lines.accept(
                                        row.country() + "\t" + row.id() + "\t" + row.code() + "\t" + row.name()))));
        write(
                Path.of(arguments[2], "main/resources/directory/postcodes.tsv"),
                lines -> formats.forEach((country, format) -> {
                    if (format.has("zip")) {
                        lines.accept(country + "\t" + format.path("zip").asText());
                    }
                }));
        write(
                Path.of(arguments[2], "test/resources/directory/region-required.txt"),
                lines -> regions.keySet().stream()
                        .filter(country -> published.contains(country)
                                || ALWAYS_REQUIRED.contains(country)
                                || required(formats.get(country)))
                        .forEach(lines));
        write(
                Path.of(arguments[2], "test/resources/directory/postcode-examples.tsv"),
                lines -> formats.forEach((country, format) -> {
                    if (format.has("zip") && format.has("zipex")) {
                        for (String example : format.path("zipex").asText().split(",", -1)) {
                            lines.accept(country + "\t" + example);
                        }
                    }
                }));
    }

    /** Only the countries' own records: "data/XX", not their parts and not their other languages. */
    private static Map<String, JsonNode> formats(Path file) throws IOException {
        Map<String, JsonNode> formats = new TreeMap<>();
        try (BufferedReader reader = gzip(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf('=');
                String key = line.substring(0, equals);
                if (key.matches("data/[A-Z]{2}") && !key.endsWith("/ZZ")) {
                    formats.put(key.substring(5), JSON.readTree(line.substring(equals + 1)));
                }
            }
        }
        return formats;
    }

    private static boolean required(@Nullable JsonNode format) {
        return format != null && format.path("require").asText().contains("S");
    }

    private static JsonNode subdivisions(Path file) throws IOException {
        try (BufferedReader reader = gzip(file)) {
            return JSON.readTree(reader);
        }
    }

    private static BufferedReader gzip(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Map<String, List<Row>> read(Path file) throws IOException {
        Map<String, List<Row>> regions = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split("\t", -1);
            regions.computeIfAbsent(part[0], country -> new ArrayList<>())
                    .add(new Row(part[0], Integer.parseInt(part[1]), part[2], part[3]));
        }
        return regions;
    }

    /** Adds the lists of countries whose address format has a region and whose regions are a list. */
    private static void addOwn(
            Map<String, List<Row>> regions, Set<String> published, Map<String, JsonNode> formats, JsonNode lists) {
        int next = regions.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(Row::id)
                        .filter(id -> id >= FIRST_OWN_ID)
                        .max()
                        .orElse(FIRST_OWN_ID - 1)
                + 1;
        for (Map.Entry<String, JsonNode> format : formats.entrySet()) {
            String country = format.getKey();
            if (published.contains(country)
                    || !format.getValue().has("sub_keys")
                    || !format.getValue().path("fmt").asText().contains("%S")) {
                continue;
            }
            Map<String, Row> known = new HashMap<>();
            List<Row> rows = regions.computeIfAbsent(country, key -> new ArrayList<>());
            rows.forEach(row -> known.put(row.code(), row));
            Map<String, String> names = new TreeMap<>();
            lists.path(country)
                    .path("subdivisions")
                    .properties()
                    .forEach(entry -> names.put(
                            entry.getKey(), entry.getValue().path("name").asText(entry.getKey())));
            for (Map.Entry<String, String> name : names.entrySet()) {
                Row old = known.get(name.getKey());
                int id = old == null ? next++ : old.id();
                rows.remove(old);
                rows.add(new Row(country, id, name.getKey(), name.getValue()));
            }
        }
    }

    private static Comparator<Row> byName() {
        Collator names = Collator.getInstance(Locale.ROOT);
        return Comparator.comparing(Row::name, names).thenComparingInt(Row::id);
    }

    private static void write(Path file, Consumer<Consumer<String>> content) throws IOException {
        StringBuilder text = new StringBuilder();
        content.accept(line -> text.append(line).append('\n'));
        Files.writeString(file, text);
    }
}
