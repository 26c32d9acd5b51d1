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
import java.lang.reflect.Method;
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
        return invoke(operation, operation.method(), arguments(operation, item));
    }

    /**
     * Carries out as many of the operations as can be done together, in the request context and the transaction in hand.
     *
     * @param operation one that is for many
     * @return what each came to, in the order of the objects
     * @throws RuntimeException what the resource throws; then none is done, and the transaction must be rolled back
     */
    public List<OneOfMany<?>> callMany(WriteOperation operation, List<ObjectNode> items) {
        Method many = operation.many();
        if (many == null) {
            throw new IllegalArgumentException(operation.key() + " is done one by one");
        }
        List<@Nullable Object> bodies =
                items.stream().map(item -> arguments(operation, item)[0]).toList();
        Object answer = invoke(operation, many, bodies);
        if (!(answer instanceof List<?> all) || all.size() != items.size()) {
            throw new IllegalStateException(many + " has to answer for each");
        }
        return all.stream().<OneOfMany<?>>map(each -> (OneOfMany<?>) each).toList();
    }

    private static @Nullable Object invoke(WriteOperation operation, Method method, @Nullable Object... arguments) {
        Object resource = Arc.container()
                .select(operation.resource(), Any.Literal.INSTANCE)
                .get();
        try {
            return method.invoke(resource, arguments);
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
