package io.clientele.shared.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.GraphQLPreflight;
import io.clientele.shared.MutationParticipant;
import io.clientele.shared.Refusal;
import io.clientele.shared.rest.RestRefusals;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Executes one request on the thread it is called on; never throws for anything a client can send. */
@Singleton
class GraphQLEngine {

    private static final Set<String> CACHEABLE = Set.of(
            "attributesForm",
            "attributesList",
            "availableStores",
            "countries",
            "country",
            "currency",
            "customAttributeMetadata",
            "customAttributeMetadataV2",
            "products",
            "route",
            "storeConfig",
            "__typename");

    private final ServedSchema served;
    private final Documents documents;
    private final VariableLimits limits;
    private final KeyedMutations keys;
    private final CurrentCaller caller;
    private final List<GraphQLPreflight> preflights;
    private final List<MutationParticipant> participants;
    private final GraphQL graphql;

    GraphQLEngine(
            ServedSchema served,
            Documents documents,
            VariableLimits limits,
            KeyedMutations keys,
            CurrentCaller caller,
            @All List<GraphQLPreflight> preflights,
            @All List<MutationParticipant> participants) {
        this.served = served;
        this.documents = documents;
        this.limits = limits;
        this.keys = keys;
        this.caller = caller;
        this.participants = participants;
        this.preflights = preflights.stream()
                .sorted(Comparator.comparingInt(GraphQLPreflight::order))
                .toList();
        this.graphql = GraphQL.newGraphQL(served.schema())
                .defaultDataFetcherExceptionHandler(new Failures())
                // The document was checked before; this only hands it over.
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().<PreparsedDocumentEntry>get(PreparsedDocumentEntry.class)))
                .build();
    }

    GraphQLAnswer execute(GraphQLRequest request, Function<String, @Nullable String> header) {
        GraphQLAnswer refused = refusedBy(() -> preflights.forEach(preflight -> preflight.check(header)));
        if (refused != null) {
            return refused;
        }
        CheckedDocument document = documents.get(request.query());
        if (!document.errors().isEmpty()) {
            return GraphQLAnswer.refused(document.status(), document.errors());
        }
        OperationDefinition operation = document.operation(request.operationName());
        if (operation == null) {
            return GraphQLAnswer.refused(GraphQLAnswer.OK, missingOperation(request, document));
        }
        boolean query = operation.getOperation() == OperationDefinition.Operation.QUERY;
        if (request.readOnly() && !query) {
            return GraphQLAnswer.refused(GraphQLAnswer.BAD_REQUEST, "Mutation requests allowed only for POST requests");
        }
        GraphQLAnswer outside = refusedBy(() -> caller.demandScope(!query));
        if (outside != null) {
            return outside;
        }
        List<PlainError> misfits = limits.check(request.variables());
        if (misfits.isEmpty()) {
            misfits = VariableCheck.of(served.schema(), operation, request.variables());
        }
        if (!misfits.isEmpty()) {
            return GraphQLAnswer.refused(GraphQLAnswer.OK, misfits);
        }
        boolean keyed = !query && served.idempotent().containsAll(document.roots(operation));
        GraphQLAnswer answer = keyed ? keys.run(request, header, () -> run(request, document)) : run(request, document);
        if (!query && answer.errors().isEmpty()) {
            participants.forEach(MutationParticipant::mutated);
        }
        boolean cacheable =
                request.readOnly() && answer.errors().isEmpty() && CACHEABLE.containsAll(document.roots(operation));
        return answer.cacheable(cacheable);
    }

    private @Nullable GraphQLAnswer refusedBy(Runnable check) {
        try {
            check.run();
            return null;
        } catch (RuntimeException e) {
            Refusal refusal = RestRefusals.in(e);
            List<GraphQLError> errors = Failures.errors(e, List.of(), null);
            if (refusal == null) {
                return GraphQLAnswer.refused(500, errors);
            }
            // A refused header or operation is a fault of the request as a whole.
            int status = statusOf(errors);
            return GraphQLAnswer.refused(status == GraphQLAnswer.OK ? GraphQLAnswer.BAD_REQUEST : status, errors);
        }
    }

    private static String missingOperation(GraphQLRequest request, CheckedDocument document) {
        String name = request.operationName();
        if (name != null && !name.isEmpty()) {
            return "Unknown operation named \"%s\".".formatted(name);
        }
        return document.operations().isEmpty()
                ? "Must provide an operation."
                : "Must provide operation name if query contains multiple operations.";
    }

    private GraphQLAnswer run(GraphQLRequest request, CheckedDocument document) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .locale(Locale.ROOT)
                .graphQLContext(Map.of(
                        PreparsedDocumentEntry.class,
                        new PreparsedDocumentEntry(Objects.requireNonNull(document.document()))));
        if (document.batches()) {
            input.dataLoaderRegistry(new DataLoaderRegistry());
        }
        ExecutionResult result = graphql.execute(input.build());
        List<GraphQLError> errors = new ArrayList<>();
        for (GraphQLError error : result.getErrors()) {
            errors.add(error instanceof PlainError ? error : unexpected(error));
        }
        return GraphQLAnswer.executed(statusOf(errors), errors, result.getData());
    }

    /** The library itself complains of a value a resolver gave: that is ours to mend. */
    private static GraphQLError unexpected(GraphQLError error) {
        return Failures.unexpected(
                new IllegalStateException(error.getMessage()),
                error.getLocations() == null ? List.of() : error.getLocations(),
                error.getPath());
    }

    /** The first error that has a category decides. */
    private static int statusOf(List<GraphQLError> errors) {
        for (GraphQLError error : errors) {
            if (error instanceof PlainError plain && plain.status() != null) {
                return plain.status();
            }
        }
        return GraphQLAnswer.OK;
    }
}
