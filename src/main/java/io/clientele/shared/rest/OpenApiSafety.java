package io.clientele.shared.rest;

import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Adds to the OpenAPI document how an operation is told apart from its repetitions and from other writers. */
final class OpenApiSafety {

    private static final Set<String> SEVERAL = Set.of(List.class.getName(), SearchResults.class.getName());

    private OpenApiSafety() {}

    static void complete(Operation operation, PathItem.HttpMethod verb, MethodInfo method) {
        boolean one = !SEVERAL.contains(method.returnType().name().toString());
        boolean versioned = !method.hasAnnotation(Unversioned.class);
        switch (verb) {
            case GET -> {
                // What only sends a browser on has no version.
                if (one && ok(operation) != null) {
                    operation.addParameter(OpenApiParts.reference(OpenApiParts.IF_NONE_MATCH));
                    tag(operation);
                    operation
                            .getResponses()
                            .addAPIResponse(
                                    "304", OASFactory.createAPIResponse().description("The caller has it already"));
                }
            }
            case PUT, DELETE -> {
                if (versioned) {
                    operation.addParameter(OpenApiParts.reference(OpenApiParts.IF_MATCH));
                    refuses(operation, "412", "428");
                    if (verb == PathItem.HttpMethod.PUT) {
                        tag(operation);
                    }
                }
            }
            default -> {
                if (method.hasAnnotation(Idempotent.class)) {
                    operation.addParameter(OpenApiParts.reference(OpenApiParts.IDEMPOTENCY_KEY));
                    refuses(operation, "409", "422");
                    tag(operation);
                    Objects.requireNonNull(ok(operation))
                            .addHeader(OpenApiParts.REPLAYED, OpenApiParts.headerReference(OpenApiParts.REPLAYED));
                }
            }
        }
    }

    private static void refuses(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(OpenApiParts.REFUSAL));
        }
    }

    private static void tag(Operation operation) {
        Objects.requireNonNull(ok(operation))
                .addHeader(OpenApiParts.ETAG, OpenApiParts.headerReference(OpenApiParts.ETAG));
    }

    private static @Nullable APIResponse ok(Operation operation) {
        return operation.getResponses().getAPIResponse("200");
    }
}
