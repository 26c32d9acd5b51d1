package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberLengthTest {

    private static final String LONG = "1".repeat(NumberLength.MOST + 1);

    @Test
    void a_number_of_too_many_digits_is_found_wherever_it_stands() {
        assertThat(NumberLength.isExceeded("{ a(b: " + LONG + ") }")).isTrue();
        assertThat(NumberLength.isExceeded("{ a(b: 0." + LONG + ") }")).isTrue();
        assertThat(NumberLength.isExceeded("{ a(c: \"\\\"\", d: \"\"\" \" \"\"\", b: -" + LONG + ") }"))
                .isTrue();
        assertThat(NumberLength.isExceeded("{ a(c: \"\"\"\\\"\"\" \\\\\"\"\" \"\"\", b: " + LONG + ") }"))
                .isTrue();
        assertThat(NumberLength.isExceeded("# comment\n{ a(b: " + LONG + ") }")).isTrue();
    }

    @Test
    void shorter_numbers_and_texts_of_digits_are_let_pass() {
        assertThat(NumberLength.isExceeded("{ a(b: " + LONG.substring(1) + ") }"))
                .isFalse();
        assertThat(NumberLength.isExceeded("{ a(b: \"" + LONG + "\") }")).isFalse();
        assertThat(NumberLength.isExceeded("{ a(b: \"\"\"\"" + LONG + "\"\"\") }"))
                .isFalse();
        assertThat(NumberLength.isExceeded("{ a } #" + LONG)).isFalse();
        assertThat(NumberLength.isExceeded("{ a(b: \"\\")).isFalse();
    }
}
