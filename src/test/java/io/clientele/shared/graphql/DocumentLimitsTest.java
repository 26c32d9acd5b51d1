package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.introspection.IntrospectionQuery;
import graphql.parser.Parser;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentLimitsTest {

    private static final GraphQLSettings DEFAULTS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(GraphQLSettings.class)
            .build()
            .getConfigMapping(GraphQLSettings.class);

    @Test
    void depth_counts_levels_that_have_levels_below() {
        assertThat(messages("{ " + "a { ".repeat(21) + "b" + " }".repeat(21) + " }", true))
                .isEmpty();
        assertThat(messages("{ " + "a { ".repeat(22) + "b" + " }".repeat(22) + " }", true))
                .containsExactly("Max query depth should be 20 but got 21.");
    }

    @Test
    void a_fragment_counts_wherever_it_is_spread() {
        String fragments = "fragment F on T { " + "...G ".repeat(40) + "} fragment G on T { " + "b ".repeat(40) + "}";
        assertThat(messages("{ a { ...F } } " + fragments, true))
                .containsExactly("Max query complexity should be 1000 but got 1601.");
    }

    @Test
    void fragments_that_multiply_are_measured_in_no_time() {
        StringBuilder document = new StringBuilder("{ a { ...F0 } }");
        for (int i = 0; i < 60; i++) {
            document.append(" fragment F%d on T { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        }
        document.append(" fragment F60 on T { b b }");
        assertThat(messages(document.toString(), true)).hasSize(1);
    }

    @Test
    void introspection_needs_leave_and_fits_the_limits() {
        assertThat(messages("{ __schema { types { name } } }", false))
                .containsExactly("GraphQL introspection is not allowed, but the query contained __schema or __type");
        assertThat(messages(IntrospectionQuery.INTROSPECTION_QUERY, true)).isEmpty();
    }

    private static List<String> messages(String document, boolean introspection) {
        return DocumentLimits.of(DEFAULTS, introspection, new Parser().parseDocument(document)).stream()
                .map(GraphQLError::getMessage)
                .toList();
    }
}
