package io.clientele.shared.graphql;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param errors in the order they arose; empty when all went well
 * @param executed whether there is data at all (it may still be null)
 * @param data the data by response key
 * @param cacheable whether every root asked for may be kept by a shared cache
 */
record GraphQLAnswer(
        int status,
        List<GraphQLError> errors,
        boolean executed,
        @Nullable Map<String, @Nullable Object> data,
        boolean cacheable) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;

    static GraphQLAnswer refused(int status, List<? extends GraphQLError> errors) {
        return new GraphQLAnswer(status, List.copyOf(errors), false, null, false);
    }

    static GraphQLAnswer refused(int status, String message) {
        return refused(status, List.of(PlainError.of(message)));
    }
}
