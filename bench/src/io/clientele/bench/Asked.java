package io.clientele.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what the service asked PostgreSQL for it.
 *
 * @param statements in their order
 */
record Asked(byte[] request, List<Statement> statements) {

    /**
     * One statement as it was run.
     *
     * @param text as JDBC takes it
     * @param planned whether the server planned it for these values, and not once for all
     * @param values the parameters as PostgreSQL writes them
     */
    record Statement(String text, boolean planned, List<@Nullable String> values) {}
}
