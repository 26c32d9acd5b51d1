package io.clientele.shared.rest;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.search.SearchResults;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Adds to the OpenAPI document what all operations share: the ACL resource ({@code x-acl}), the token, the refusal, the
 * field filter and the search criteria. Operations are found by their ids, {@code GroupResource_search}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiContract implements OASFilter {

    /** Takes other operations in and is none for later itself. */
    private static final String OTHERS_LATER = "AsyncResource";

    private final Map<String, MethodInfo> methods = new HashMap<>();

    public OpenApiContract(IndexView index) {
        for (AnnotationInstance annotation : index.getAnnotations(Acl.class)) {
            MethodInfo method = annotation.target().asMethod();
            methods.put(method.declaringClass().simpleName() + "_" + method.name(), method);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setComponents(OpenApiParts.addTo(
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents()));
        document.getPaths().getPathItems().values().forEach(this::complete);
    }

    private void complete(PathItem path) {
        path.getOperations().forEach((verb, operation) -> {
            MethodInfo method = methods.get(operation.getOperationId());
            if (method != null) {
                complete(operation, verb == PathItem.HttpMethod.GET, method);
                OpenApiSafety.complete(operation, verb, method);
            }
        });
    }

    private static void complete(Operation operation, boolean reads, MethodInfo method) {
        String acl = method.annotation(Acl.class).value().asString();
        operation.addExtension("x-acl", acl);
        if (!acl.equals(Acl.ANONYMOUS)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(OpenApiParts.BEARER));
        }
        if (method.returnType().name().toString().equals(SearchResults.class.getName())) {
            operation.addParameter(OpenApiParts.reference(OpenApiParts.SEARCH_CRITERIA));
        }
        if (!reads && !method.declaringClass().simpleName().equals(OTHERS_LATER)) {
            operation.addExtension("x-async", isDeferred(method));
        }
        if (reads) {
            operation.addParameter(OpenApiParts.reference(OpenApiParts.FIELDS));
        }
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref(OpenApiParts.REFUSAL));
    }

    /** Whether it can be sent to be carried out later. */
    private static boolean isDeferred(MethodInfo method) {
        AnnotationInstance deferral = method.annotation(Deferral.class);
        return deferral == null || !deferral.value().asEnum().equals(Deferral.Way.NEVER.name());
    }
}
