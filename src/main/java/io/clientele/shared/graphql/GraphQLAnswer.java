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
 * @param earlier the answer as it was sent before, which is sent again instead of all the rest; null for a new one
 */
record GraphQLAnswer(
        int status,
        List<GraphQLError> errors,
        boolean executed,
        @Nullable Map<String, @Nullable Object> data,
        boolean cacheable,
        @Nullable String earlier) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;

    static GraphQLAnswer refused(int status, List<? extends GraphQLError> errors) {
        return new GraphQLAnswer(status, List.copyOf(errors), false, null, false, null);
    }

    static GraphQLAnswer refused(int status, String message) {
        return refused(status, List.of(PlainError.of(message)));
    }

    static GraphQLAnswer executed(int status, List<GraphQLError> errors, @Nullable Map<String, @Nullable Object> data) {
        return new GraphQLAnswer(status, errors, true, data, false, null);
    }

    static GraphQLAnswer again(String earlier) {
        return new GraphQLAnswer(OK, List.of(), false, null, false, earlier);
    }

    /** The same with nothing in it, because what was done has been taken back. */
    GraphQLAnswer withoutData() {
        return executed(status, errors, null);
    }

    GraphQLAnswer cacheable(boolean may) {
        return new GraphQLAnswer(status, errors, executed, data, may, earlier);
    }
}
