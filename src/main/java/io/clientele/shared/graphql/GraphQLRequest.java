package io.clientele.shared.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as the client sent it.
 *
 * @param query the document
 * @param operationName which of several operations to execute, or null
 * @param variables values by name; numbers with a fraction are {@code BigDecimal}
 * @param readOnly whether it came by GET, which carries no mutation
 */
record GraphQLRequest(
        String query, @Nullable String operationName, Map<String, @Nullable Object> variables, boolean readOnly) {}
