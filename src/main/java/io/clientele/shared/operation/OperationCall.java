package io.clientele.shared.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.BodyLimit;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.json.ListLimit;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the resource's own method with values from one object that holds the parameters of path, query and body: checks,
 * refusals, audit entries and events are those of a request.
 */
@ApplicationScoped
public class OperationCall {

    private final Map<WriteOperation, List<OperationParameter>> parameters = new ConcurrentHashMap<>();

    /** Puts what the request's query says into the object, where the operation would have read it. */
    public void merge(WriteOperation operation, ObjectNode item, Map<String, List<String>> query) {
        parameters(operation).forEach(parameter -> parameter.merge(item, query));
    }

    /**
     * Reads the object as the operation would.
     *
     * @param mostListed the most objects a list in it may have
     * @throws Refusal naming what is missing, unknown or of the wrong type
     */
    public void check(WriteOperation operation, ObjectNode item, int mostListed) {
        body(operation).ifPresent(type -> ListLimit.check(type, item, mostListed));
        arguments(operation, item);
    }

    /** The most bytes of the operation's body. */
    public int mostBytes(WriteOperation operation) {
        return body(operation)
                .map(type -> type.getAnnotation(BodyLimit.class))
                .map(BodyLimit::value)
                .orElse(BodyReader.LARGEST);
    }

    /**
     * Carries the operation out, in the request context in hand.
     *
     * @return what the resource answers
     * @throws RuntimeException what the resource throws
     */
    public @Nullable Object call(WriteOperation operation, ObjectNode item) {
        @Nullable Object[] arguments = arguments(operation, item);
        Object resource = Arc.container()
                .select(operation.resource(), Any.Literal.INSTANCE)
                .get();
        try {
            return operation.method().invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("operations are public", e);
        }
    }

    private @Nullable Object[] arguments(WriteOperation operation, ObjectNode item) {
        return parameters(operation).stream()
                .map(parameter -> parameter.read(item))
                .toArray();
    }

    private Optional<Class<? extends Record>> body(WriteOperation operation) {
        return parameters(operation).stream()
                .filter(parameter -> parameter.kind() == OperationParameter.Kind.BODY)
                .findFirst()
                .map(parameter -> parameter.type().asSubclass(Record.class));
    }

    private List<OperationParameter> parameters(WriteOperation operation) {
        return parameters.computeIfAbsent(
                operation,
                each -> OperationParameter.of(each.method())
                        .orElseThrow(() -> new IllegalStateException(each.key() + " reads what no object can hold")));
    }
}
