package io.clientele.shared.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLArgument;
import io.clientele.shared.Acl;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method of a GraphQL edge on the thread in hand, which is a worker thread with the request's context. For a
 * field resolved for many sources at once it is the batch loader: one call with all sources, answers in their order.
 */
final class OperationFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    private static final Set<String> PRIMITIVES = Set.of("int", "long", "double", "float", "boolean");

    private final Operation operation;
    private final ArgumentHelper arguments;
    private final FieldHelper result;
    private final Method method;
    private final @Nullable String resource;

    /** Names of arguments that cannot be null here. */
    private final Set<String> primitives;

    private volatile @Nullable Object bean;

    OperationFetcher(Operation operation) {
        this.operation = operation;
        this.arguments = new ArgumentHelper(operation.getArguments());
        this.result = new FieldHelper(operation);
        this.method = new OperationInvoker(operation).getMethod();
        Acl acl = method.getAnnotation(Acl.class);
        this.resource = acl == null ? null : acl.value();
        this.primitives = operation.getArguments().stream()
                .filter(argument -> PRIMITIVES.contains(argument.getReference().getClassName()))
                .map(Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object value = call(arguments.getArguments(withDefaults(environment)).toArray());
        return result.transformOrAdaptResponse(value, environment);
    }

    /** The arguments of a batched field apart from its sources. */
    List<Object> argumentsOf(DataFetchingEnvironment environment) throws Exception {
        return arguments.getArguments(withDefaults(environment), true);
    }

    /** Clients send null for a variable that they have no value for, and mean what holds without it. */
    private DataFetchingEnvironment withDefaults(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> given = environment.getArguments();
        if (primitives.stream().noneMatch(name -> given.containsKey(name) && given.get(name) == null)) {
            return environment;
        }
        Map<String, @Nullable Object> filled = new HashMap<>(given);
        for (GraphQLArgument argument : environment.getFieldDefinition().getArguments()) {
            if (primitives.contains(argument.getName()) && filled.get(argument.getName()) == null) {
                filled.put(argument.getName(), GraphQLArgument.getArgumentDefaultValue(argument));
            }
        }
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(filled)
                .build();
    }

    @Override
    public CompletionStage<List<Object>> load(List<Object> sources, BatchLoaderEnvironment environment) {
        List<Object> all = new ArrayList<>();
        all.add(sources);
        // All loads of one loader share their arguments: the loader's name carries them.
        all.addAll((List<?>) environment.getKeyContextsList().getFirst());
        try {
            Object answers = call(all.toArray());
            if (answers instanceof List<?> list && list.size() == sources.size()) {
                return CompletableFuture.completedFuture(new ArrayList<>(list));
            }
            throw new IllegalStateException(operation.getName() + " did not answer once for each source");
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private @Nullable Object call(Object[] values) throws Exception {
        if (resource != null
                && !Arc.container().instance(CurrentCaller.class).get().get().may(resource)) {
            throw Refusals.notAllowed(resource);
        }
        try {
            return method.invoke(bean(), values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Object bean() {
        Object known = bean;
        if (known == null) {
            known = Arc.container()
                    .instance(ClassloadingService.get().loadClass(operation.getClassName()))
                    .get();
            bean = known;
        }
        return known;
    }
}
