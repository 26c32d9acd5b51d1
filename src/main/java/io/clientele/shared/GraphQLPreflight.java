package io.clientele.shared;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a GraphQL request before it is executed and may refuse the whole of it: an unknown store, a dead token.
 * All of them run, in order, inside the request's context.
 */
public interface GraphQLPreflight {

    /** Smaller numbers run first: 10 the store, 20 the currency, 30 the caller. */
    int order();

    /**
     * @param header gives the value of a request header by its name, several of them joined by commas, or null when it
     *     was not sent
     * @throws Refusal when the request must not be executed
     */
    void check(Function<String, @Nullable String> header);
}
