package io.clientele.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'=1", "''-1", "=", "=1\n+2"})
    void what_could_be_a_formula_begins_with_an_apostrophe_and_comes_back_as_it_was(String text) {
        assertThat(CsvCells.neutral(text)).isEqualTo("'" + text);
        assertThat(CsvCells.original(CsvCells.neutral(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "'Ada", "O'Neill", "1-2", "'", " =1"})
    void anything_else_is_left_as_it_is(String text) {
        assertThat(CsvCells.neutral(text)).isEqualTo(text);
        assertThat(CsvCells.original(text)).isEqualTo(text);
    }
}
