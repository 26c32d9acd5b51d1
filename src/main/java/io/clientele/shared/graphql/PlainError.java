package io.clientele.shared.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.clientele.shared.GraphQLCategory;
import io.clientele.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it. The library's own carry nothing but the message; a refusal carries its category.
 *
 * @param status the HTTP status it asks for, or null for errors without a category
 */
record PlainError(
        String message,
        List<SourceLocation> locations,
        @Nullable List<Object> path,
        @Nullable Map<String, Object> extensions,
        @Nullable Integer status)
        implements GraphQLError {

    static PlainError of(String message) {
        return new PlainError(message, List.of(), null, null, null);
    }

    static PlainError of(String message, List<SourceLocation> locations) {
        return new PlainError(message, locations, null, null, null);
    }

    /** Of a text that PostgreSQL cannot hold. */
    static PlainError unstorable() {
        return of("String cannot represent the NUL character or half a surrogate pair.");
    }

    static PlainError of(Refusal refusal, List<SourceLocation> locations, @Nullable List<Object> path) {
        return new PlainError(
                refusal.rendered(), locations, path, extensions(refusal), GraphQLCategory.status(refusal.kind()));
    }

    /** What the contract has no category for carries a code beside it. */
    private static Map<String, Object> extensions(Refusal refusal) {
        String category = GraphQLCategory.of(refusal.kind());
        return switch (refusal.kind()) {
            case PRECONDITION_FAILED, CONFLICT, UNPROCESSABLE, TOO_MANY ->
                Map.of("category", category, "code", refusal.kind().name());
            default -> Map.of("category", category);
        };
    }

    /** A failure of ours: the client learns the number under which the log has it. */
    static PlainError unexpected(String report, List<SourceLocation> locations, @Nullable List<Object> path) {
        return new PlainError("Internal server error", locations, path, Map.of("report_id", report), null);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    @SuppressWarnings("NullAway") // null means "no path" there, as the library documents
    public List<Object> getPath() {
        return path;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Map<String, Object> getExtensions() {
        return extensions;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
