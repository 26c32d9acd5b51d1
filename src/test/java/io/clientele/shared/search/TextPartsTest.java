package io.clientele.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTest {

    @Test
    void a_part_of_three_signs_is_the_start_of_a_piece_and_one_of_four_a_piece() {
        assertThat(TextParts.query("%ada%")).isEqualTo("'ada':*");
        assertThat(TextParts.query("%a.bö%")).isEqualTo("'a.bö'");
    }

    @Test
    void a_longer_part_is_cut_into_pieces_that_cover_it() {
        assertThat(TextParts.query("%johan%")).isEqualTo("'joha' & 'ohan'");
        assertThat(TextParts.query("%@example.com")).isEqualTo("'@exa' & 'mple' & '.com'");
        assertThat(TextParts.query("%🙂🙂🙂🙂a%")).isEqualTo("'🙂🙂🙂🙂' & '🙂🙂🙂a'");
    }

    @Test
    void every_part_counts_but_those_too_short_and_the_beginning() {
        assertThat(TextParts.query("%ada%lo%lace_%")).isEqualTo("'ada':* & 'lace'");
        assertThat(TextParts.query("ada%")).isNull();
        assertThat(TextParts.query("ada%lovelace")).isEqualTo("'love' & 'lace'");
        assertThat(TextParts.query("%ab%")).isNull();
        assertThat(TextParts.query("lovelace")).isNull();
        assertThat(TextParts.query("")).isNull();
    }

    @Test
    void an_escaped_sign_is_itself_and_signs_of_the_query_language_are_quoted() {
        assertThat(TextParts.query("%50\\%\\_off%")).isEqualTo("'50%_' & '_off'");
        assertThat(TextParts.query("%o'n%")).isEqualTo("'o''n':*");
        assertThat(TextParts.query("%a\\\\b%")).isEqualTo("'a\\\\b':*");
        assertThat(TextParts.query("%ab:*&|!%")).isEqualTo("'ab:*' & '*&|!'");
    }

    @Test
    void a_very_long_part_is_looked_up_by_its_first_pieces() {
        assertThat(TextParts.query("%" + "abcd".repeat(5_000) + "%").split("&")).hasSize(16);
    }

    @Test
    void pieces_stand_alone_where_they_decide() {
        assertThat(TextParts.like("t", "%ada%").text()).isEqualTo("text_parts(t) @@ ?::tsquery");
        assertThat(TextParts.like("t", "%adal%").text()).isEqualTo("text_parts(t) @@ ?::tsquery");
        for (String pattern : new String[] {"%adalo%", "%ada", "%ada_%", "%ada%lov%", "%\\_da%", "x%ada%"}) {
            assertThat(TextParts.like("t", pattern).text())
                    .as(pattern)
                    .isEqualTo("(t like ? and text_parts(t) @@ ?::tsquery)");
        }
        assertThat(TextParts.like("t", "ada%").text()).isEqualTo("t like ?");
    }
}
