package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the operations that a caller asks for and may call, and describes them. */
@ApplicationScoped
class SwaggerService {

    private static final String ALL = "all";

    private final SwaggerOperations operations;
    private final CurrentCaller caller;

    @Inject
    SwaggerService(SwaggerOperations operations, CurrentCaller caller) {
        this.operations = operations;
        this.caller = caller;
    }

    /**
     * The document.
     *
     * @param services names of services with commas between, or {@code all}
     * @param host of this request, with its port
     * @param base the path in front of {@code /V1}: {@code /rest/default}
     * @throws Refusal without services, and for one that is not there for the caller
     */
    JsonNode document(@Nullable String services, String host, String base, String scheme) {
        SwaggerOperations.Described described = operations.read();
        List<SwaggerOperation> chosen = choose(services, described.operations());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("swagger", "2.0");
        document.putObject("info").put("title", "Clientele").put("version", "1.0");
        document.put("host", host).put("basePath", base);
        document.putArray("schemes").add(scheme);
        document.putArray("consumes").add("application/json");
        document.putArray("produces").add("application/json");
        document.putObject("securityDefinitions")
                .putObject("bearer")
                .put("type", "apiKey")
                .put("name", "Authorization")
                .put("in", "header");
        ArrayNode tags = document.putArray("tags");
        chosen.stream()
                .map(SwaggerOperation::tag)
                .distinct()
                .sorted()
                .forEach(name -> tags.addObject().put("name", name));
        ObjectNode paths = document.putObject("paths");
        chosen.forEach(each -> paths.withObjectProperty(each.path()).set(each.method(), each.description()));
        document.set("definitions", SwaggerOperations.definitions(chosen, described.schemas()));
        return document;
    }

    private List<SwaggerOperation> choose(@Nullable String services, List<SwaggerOperation> all) {
        Set<String> names = Arrays.stream((services == null ? "" : services).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty()) {
            throw Refusal.input("Requested services are missing.");
        }
        List<SwaggerOperation> visible =
                all.stream().filter(each -> caller.get().mayCall(each.acl())).toList();
        if (names.contains(ALL)) {
            return visible;
        }
        List<SwaggerOperation> chosen = new ArrayList<>();
        for (String name : names) {
            List<SwaggerOperation> found =
                    visible.stream().filter(each -> each.service().equals(name)).toList();
            if (found.isEmpty()) {
                throw Refusal.input("Requested service is not available: \"%1\"")
                        .at(name);
            }
            chosen.addAll(found);
        }
        return chosen;
    }
}
