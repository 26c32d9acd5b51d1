package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {

    private static final GraphQLAnswer TWO_ERRORS =
            GraphQLAnswer.refused(200, List.of(PlainError.of("One"), PlainError.of("Two")));

    @Test
    void production_tells_the_first_error_only() {
        assertThat(text(TWO_ERRORS, false)).isEqualTo("{\"errors\":[{\"message\":\"One\"}]}");
        assertThat(text(TWO_ERRORS, true)).isEqualTo("{\"errors\":[{\"message\":\"One\"},{\"message\":\"Two\"}]}");
    }

    @Test
    void whole_numbers_carry_no_fraction_and_null_stays() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("whole", 10.0);
        data.put("part", 0.1);
        data.put("none", null);
        data.put("list", new ArrayList<>(List.of("ü", true)));
        assertThat(text(GraphQLAnswer.executed(200, List.of(), data), true))
                .isEqualTo("{\"data\":{\"whole\":10,\"part\":0.1,\"none\":null,\"list\":[\"ü\",true]}}");
    }

    private static String text(GraphQLAnswer answer, boolean all) {
        return new String(AnswerWriter.write(answer, all), StandardCharsets.UTF_8);
    }
}
