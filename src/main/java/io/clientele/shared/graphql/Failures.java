package io.clientele.shared.graphql;

import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import io.clientele.shared.Refusal;
import io.clientele.shared.rest.RestRefusals;
import io.clientele.shared.rest.UnexpectedFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Turns what resolvers throw into errors: a refusal into its words, anything else into a report in the log. */
final class Failures implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        List<GraphQLError> errors = errors(
                parameters.getException(),
                List.of(parameters.getSourceLocation()),
                parameters.getPath().toList());
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult().errors(errors).build());
    }

    static List<GraphQLError> errors(Throwable thrown, List<SourceLocation> locations, @Nullable List<Object> path) {
        Refusal refusal = RestRefusals.in(thrown);
        if (refusal == null) {
            return List.of(unexpected(thrown, locations, path));
        }
        List<Refusal> all = refusal.errors().isEmpty() ? List.of(refusal) : refusal.errors();
        return all.stream()
                .<GraphQLError>map(one -> PlainError.of(one, locations, path))
                .toList();
    }

    /** Logs the failure once, under a number the answer carries. */
    static PlainError unexpected(Throwable thrown, List<SourceLocation> locations, @Nullable List<Object> path) {
        return PlainError.unexpected(UnexpectedFailure.log(thrown), locations, path);
    }
}
