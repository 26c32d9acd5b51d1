package io.clientele.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BeginningTest {

    private static final SearchField NAME =
            SearchField.text("name", "r.name").always().ordered();

    /** Scripts of all kinds, marks that join what is before them, signs that sort like others or like nothing, and the last ones. */
    private static final int[][] SIGNS = {
        {' ', '~'},
        {0x00A0, 0x024F},
        {0x0300, 0x036F},
        {0x0370, 0x03FF},
        {0x0400, 0x052F},
        {0x05D0, 0x05EA},
        {0x0620, 0x064A},
        {0x0E01, 0x0E4E},
        {0x1E00, 0x1EFF},
        {0x2000, 0x2BFF},
        {0x3040, 0x30FF},
        {0x4E00, 0x4FFF},
        {0xAC00, 0xACFF},
        {0xFF00, 0xFFFE},
        {0x10400, 0x1044F},
        {0x1F600, 0x1F64F},
    };

    @Inject
    Database database;

    private final Random random = new Random(7);

    @Test
    void every_text_that_begins_so_is_in_the_range() {
        for (String beginning :
                List.of("a", "l", "ca", "ch", "e", "o'", "müller", "van der ", "1", "ά", "σ", "ий", "ги", "-", ".")) {
            String[] texts = IntStream.range(0, 4_000)
                    .mapToObj(each -> beginning + text(random.nextInt(4)))
                    .toArray(String[]::new);
            SqlFragment range = Objects.requireNonNull(Beginning.range(NAME, beginning + "%"));
            List<String> outside = database.list(
                    SqlFragment.of("select r.name from unnest(?::text[]) as r (name) where not (", (Object) texts)
                            .then(range)
                            .then(")"),
                    row -> row.getString(1));
            assertThat(outside).as(beginning).isEmpty();
        }
    }

    @Test
    void a_range_leaves_out_what_begins_otherwise() {
        SqlFragment range = Objects.requireNonNull(Beginning.range(NAME, "mar%"));
        assertThat(database.list(
                        SqlFragment.of(
                                        "select r.name from (values ('ma'), ('Maria'), ('mas'), ('Mär'), ('Lar')) as r (name) where")
                                .then(range),
                        row -> row.getString(1)))
                .containsExactlyInAnyOrder("Maria", "Mär");
    }

    @Test
    void it_ends_before_a_wildcard_a_backslash_and_a_sign_that_may_sort_before_what_it_stands_behind() {
        assertThat(Stream.of("ab%", "ab_c%", "ab\\_c%", "abเก%", "ab\u0301%", "%ab%", "เก%", "日本%", "ab", "иги%", "и%")
                        .map(Beginning::beginning))
                .containsExactly("ab", "ab", "ab", "ab", "ab", "", "", "", "ab", "иг", "");
    }

    @Test
    void only_a_field_whose_order_an_index_has_by_that_collation_has_a_range() {
        assertThat(Beginning.range(SearchField.text("name", "r.name"), "ab%")).isNull();
        assertThat(Beginning.range(SearchField.folded("name", "r.name").ordered(), "ab%"))
                .isNull();
        assertThat(Beginning.range(SearchField.of("id", Type.INTEGER, "r.id").ordered(), "1%"))
                .isNull();
        assertThat(Beginning.range(NAME, "%ab%")).isNull();
    }

    private String text(int length) {
        return IntStream.range(0, length)
                .map(each -> {
                    int[] signs = SIGNS[random.nextInt(SIGNS.length)];
                    return signs[0] + random.nextInt(signs[1] - signs[0] + 1);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
