package io.clientele.shared.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusals;
import io.clientele.shared.json.BodyReader;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation, and how its value is taken from one object that holds all of them.
 *
 * @param type a scalar for those of the path and the query, a record for the body
 * @param otherwise the text that a parameter of the query has when it is not sent, or null
 */
record OperationParameter(
        Kind kind, String name, Class<?> type, @Nullable String otherwise) {

    private static final Set<Class<?>> SCALARS =
            Set.of(String.class, int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    enum Kind {
        PATH,
        QUERY,
        BODY,
        ADDRESS
    }

    /** Those of the method, in order; empty when there is one that no object can hold, such as a stream. */
    static Optional<List<OperationParameter>> of(Method method) {
        List<OperationParameter> all = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            OperationParameter one = of(parameter);
            if (one == null) {
                return Optional.empty();
            }
            all.add(one);
        }
        return Optional.of(all);
    }

    private static @Nullable OperationParameter of(Parameter parameter) {
        Class<?> type = parameter.getType();
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
        if (path != null && SCALARS.contains(type)) {
            return new OperationParameter(Kind.PATH, path.value(), type, null);
        }
        if (query != null && SCALARS.contains(type)) {
            return new OperationParameter(
                    Kind.QUERY, query.value(), type, otherwise == null ? null : otherwise.value());
        }
        if (parameter.isAnnotationPresent(Context.class) && type == UriInfo.class) {
            return new OperationParameter(Kind.ADDRESS, "", type, null);
        }
        return parameter.getAnnotations().length == 0 && type.isRecord()
                ? new OperationParameter(Kind.BODY, "", type, null)
                : null;
    }

    /**
     * Its value out of the object.
     *
     * @throws io.clientele.shared.Refusal when it is missing or wrong
     */
    @Nullable
    Object read(ObjectNode item) {
        return switch (kind) {
            case PATH -> path(item);
            case QUERY -> query(item);
            case BODY -> BodyReader.read(type.asSubclass(Record.class), item, Map.of());
            case ADDRESS -> ItemAddress.of(item);
        };
    }

    private Object path(ObjectNode item) {
        JsonNode value = BodyReader.find(item, name);
        if (value == null) {
            throw Refusals.required(name);
        }
        return BodyReader.scalar(type, value);
    }

    private @Nullable Object query(ObjectNode item) {
        JsonNode value = BodyReader.find(item, name);
        if (value == null && otherwise != null) {
            value = TextNode.valueOf(otherwise);
        }
        if (value != null) {
            return BodyReader.scalar(type, value);
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    /** Puts what the query of the request says into the object, where this parameter would have read it. */
    void merge(ObjectNode item, Map<String, List<String>> query) {
        switch (kind) {
            case BODY -> BodyReader.merge(type.asSubclass(Record.class), item, query);
            case QUERY -> put(item, name, query.get(name));
            case ADDRESS -> query.forEach((key, values) -> put(item, key, values));
            case PATH -> {}
        }
    }

    private static void put(ObjectNode item, String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            BodyReader.put(item, name, values.get(0));
        }
    }
}
