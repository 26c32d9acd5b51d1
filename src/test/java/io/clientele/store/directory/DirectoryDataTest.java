package io.clientele.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoryDataTest {

    private final DirectoryData data = DirectoryData.get();

    private List<Region> regions(String country) {
        return Objects.requireNonNull(data.countries().get(country)).regions();
    }

    @Test
    void the_published_regions_have_their_published_ids() {
        assertThat(data.region(1)).isEqualTo(new Region(1, "US", "AL", "Alabama"));
        assertThat(data.region(12)).isEqualTo(new Region(12, "US", "CA", "California"));
        assertThat(data.region(78)).isEqualTo(new Region(78, "CA", "YT", "Yukon Territory"));
        assertThat(data.region(94)).isEqualTo(new Region(94, "DE", "THE", "Thüringen"));
        assertThat(data.region(129)).isEqualTo(new Region(129, "CH", "ZH", "Zürich"));
        assertThat(data.region(505)).isEqualTo(new Region(505, "BR", "RO", "Rondônia"));
        for (int id = 1; id <= 511; id++) {
            assertThat(data.region(id)).as("region %d", id).isNotNull();
        }
        assertThat(data.region(512)).isNull();
    }

    @Test
    void the_published_countries_have_no_region_of_ours() {
        assertThat(Stream.of("US", "CA", "DE", "AT", "CH", "ES", "FR", "RO", "FI", "EE", "LV", "LT", "BR")
                        .flatMap(country -> regions(country).stream()))
                .hasSize(511)
                .allMatch(region -> region.id() <= 511);
    }

    @Test
    void our_own_ids_never_move() {
        assertThat(data.region(10_000)).isEqualTo(new Region(10_000, "AD", "02", "Canillo"));
        assertThat(data.region(10_043)).isEqualTo(new Region(10_043, "AU", "NSW", "New South Wales"));
        assertThat(data.region(10_890)).isEqualTo(new Region(10_890, "VN", "96", "Ca Mau Province"));
        assertThat(data.region(10_891)).isNull();
    }

    @Test
    void every_region_of_ours_has_a_code_that_is_unique_in_its_country() {
        Set<String> codes = new HashSet<>();
        data.countries().values().stream()
                .flatMap(country -> country.regions().stream())
                .filter(region -> region.id() >= 10_000)
                .forEach(region -> assertThat(codes.add(region.countryId() + "-" + region.code()))
                        .as("%s", region)
                        .isTrue());
        assertThat(codes).hasSize(891);
    }

    @Test
    void regions_stand_in_the_order_of_their_names() {
        assertThat(regions("AU"))
                .extracting(Region::name)
                .startsWith("Australian Capital Territory", "New South Wales")
                .endsWith("Western Australia");
        assertThat(regions("GB")).isEmpty();
    }

    @Test
    void every_listed_country_has_its_codes_and_a_name() {
        assertThat(data.countries().keySet()).contains("XK", "AN", "FX").hasSize(252);
        assertThat(data.countries().values()).allSatisfy(country -> {
            assertThat(country.id()).matches("[A-Z]{2}");
            assertThat(country.threeLetterCode()).matches("[A-Z]{3}");
            assertThat(country.englishName()).isNotBlank().isNotEqualTo(country.id());
            assertThat(country.name(Locale.forLanguageTag("hi-IN"))).isNotBlank();
        });
    }

    @Test
    void a_name_is_in_the_language_asked_for() {
        Country germany = Objects.requireNonNull(data.countries().get("DE"));
        assertThat(germany.name(Locale.GERMANY)).isEqualTo("Deutschland");
        assertThat(germany.name(Locale.FRANCE)).isEqualTo("Allemagne");
        assertThat(germany.englishName()).isEqualTo("Germany");
        assertThat(germany.threeLetterCode()).isEqualTo("DEU");
    }

    @Test
    void the_default_of_required_regions_is_what_the_data_say() throws IOException {
        List<String> byDefault =
                List.of(DirectorySettings.REGION_REQUIRED.defaultValue().split(",", -1));
        assertThat(byDefault)
                .containsExactlyElementsOf(lines("region-required.txt").toList())
                .contains("US", "CA", "AU", "BR", "MX", "IN", "ES", "CH")
                .allSatisfy(country -> assertThat(regions(country)).as(country).isNotEmpty());
    }

    @Test
    void every_country_allowed_by_default_is_known() {
        List<String> allowed = List.of(DirectorySettings.ALLOWED.defaultValue().split(",", -1));
        assertThat(data.countries().keySet()).containsAll(allowed);
        assertThat(allowed).hasSize(251).doesNotHaveDuplicates();
    }

    @Test
    void the_sources_own_examples_fit_their_postcode_expressions() throws IOException {
        List<String> misfits =
                lines("postcode-examples.tsv").filter(line -> !fits(line)).toList();
        // Three oddities of the source: a shorter example, a missing digit and an O for a zero.
        assertThat(misfits).containsExactly("BY\t20050", "EE\t1001", "GB\tRH6 OHP");
        assertThat(lines("postcode-examples.tsv")).hasSize(430);
    }

    private boolean fits(String line) {
        String[] part = line.split("\t", -1);
        Pattern pattern = Objects.requireNonNull(data.postcode(part[0]), part[0]);
        return pattern.matcher(part[1]).matches();
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream stream = DirectoryDataTest.class.getResourceAsStream("/directory/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
