package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.rest.ServiceNames;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The operations of the OpenAPI document, which is read anew for each document: they are seldom asked for and large. */
@ApplicationScoped
class SwaggerOperations {

    private static final String ROOT = "/rest";

    private final OpenApiDocumentService openApi;
    private final ServiceNames names;
    private final ObjectMapper mapper;

    @Inject
    SwaggerOperations(OpenApiDocumentService openApi, ServiceNames names, ObjectMapper mapper) {
        this.openApi = openApi;
        this.names = names;
        this.mapper = mapper;
    }

    /**
     * What the OpenAPI document holds.
     *
     * @param operations every one under {@code /rest}, in the order of the document
     * @param schemas what they refer to, as OpenAPI has it
     */
    record Described(List<SwaggerOperation> operations, JsonNode schemas) {}

    Described read() {
        JsonNode document = document();
        OperationConversion conversion = new OperationConversion(document.path("components"));
        List<SwaggerOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getKey().startsWith(ROOT + "/V1/")) {
                for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
                    if (each.getValue().has("operationId")) {
                        operations.add(operation(path.getKey(), each.getKey(), each.getValue(), conversion));
                    }
                }
            }
        }
        return new Described(operations, document.path("components").path("schemas"));
    }

    private SwaggerOperation operation(String path, String method, JsonNode source, OperationConversion conversion) {
        String id = source.path("operationId").asText();
        String service = names.of(method.toUpperCase(Locale.ROOT), path)
                .map(ServiceName::of)
                .orElseGet(() -> ServiceName.own(id));
        return new SwaggerOperation(
                service,
                path.substring(ROOT.length()),
                method,
                source.path("x-acl").asText(),
                source.path("tags").path(0).asText("Clientele"),
                conversion.convert(source));
    }

    /** What the operations refer to, and what that refers to. */
    static ObjectNode definitions(List<SwaggerOperation> operations, JsonNode schemas) {
        Map<String, JsonNode> found = new TreeMap<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        operations.forEach(each -> open.add(each.description()));
        while (!open.isEmpty()) {
            for (JsonNode reference : open.remove().findValues("$ref")) {
                String name = SchemaConversion.definition(reference.asText());
                if (!found.containsKey(name)) {
                    JsonNode definition = SchemaConversion.convert(schemas.path(name));
                    found.put(name, definition);
                    open.add(definition);
                }
            }
        }
        return JsonNodeFactory.instance.objectNode().setAll(found);
    }

    private JsonNode document() {
        try {
            return mapper.readTree(openApi.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
