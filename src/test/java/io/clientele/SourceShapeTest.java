package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What only the source tells: the size of classes, what packages say of themselves, and which clock SQL asks. */
class SourceShapeTest {

    private static final int LONGEST_CLASS = 250;
    private static final int LONGEST_MEDIAN = 60;

    private static final Pattern OTHER_CLOCK =
            Pattern.compile("\\b(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\\s*\\(\\s*\\)"
                    + "|current_timestamp|current_date|localtimestamp)(?!\\w)");

    private static final List<SourceFile> FILES = SourceFile.all();

    @Test
    void no_class_is_longer_than_a_reader_can_hold() {
        assertThat(FILES)
                .filteredOn(file -> file.lines() > LONGEST_CLASS)
                .extracting(SourceFile::name, SourceFile::lines)
                .isEmpty();
    }

    @Test
    void most_classes_are_short() {
        List<Integer> lengths = FILES.stream()
                .filter(file -> !file.name().equals("package-info"))
                .map(SourceFile::lines)
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(LONGEST_MEDIAN);
    }

    @Test
    void every_package_says_what_it_is_for_and_that_nothing_in_it_is_null_unannounced() {
        Map<String, String> packages = FILES.stream()
                .collect(Collectors.groupingBy(
                        SourceFile::packageName,
                        TreeMap::new,
                        Collectors.mapping(
                                file -> file.name().equals("package-info") ? file.text() : "", Collectors.joining())));
        assertThat(packages)
                .allSatisfy((name, info) ->
                        assertThat(info).as(name).startsWith("/**").contains("NullMarked"));
    }

    @Test
    void statements_get_the_time_as_an_argument() {
        assertThat(FILES)
                .filteredOn(file -> file.texts().stream()
                        .anyMatch(text -> OTHER_CLOCK.matcher(text).find()))
                .extracting(SourceFile::name)
                .isEmpty();
    }
}
