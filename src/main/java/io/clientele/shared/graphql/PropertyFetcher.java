package io.clientele.shared.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one property of a node: an accessor call and nothing else. */
final class PropertyFetcher implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {

    private final Field field;
    private final Reference owner;
    private final @Nullable FieldHelper transformation;
    private volatile @Nullable MethodHandle accessor;

    PropertyFetcher(Field field, Reference owner) {
        this.field = field;
        this.owner = owner;
        boolean plain = !field.hasTransformation()
                && !field.isAdaptingWith()
                && !field.isAdaptingTo()
                && !(field.hasWrapper() && field.getWrapper().isMap());
        this.transformation = plain ? null : new FieldHelper(field);
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (source instanceof EmptyFetcher.EmptyObject) {
            // A type of ours below a published field that nobody fills: a page of no companies.
            return EmptyFetcher.INSTANCE.get(definition, source, environment);
        }
        Object value = read(source);
        return transformation == null ? value : transformation.transformOrAdaptResponse(value, environment.get());
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }

    private @Nullable Object read(Object source) throws Exception {
        MethodHandle handle = accessor;
        if (handle == null) {
            handle = find();
            accessor = handle;
        }
        try {
            return handle.invokeExact(source);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MethodHandle find() throws ReflectiveOperationException {
        Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
        MethodHandle handle;
        if (field.getMethodName() == null) {
            handle = MethodHandles.lookup().unreflectGetter(type.getField(field.getPropertyName()));
        } else {
            Method method = type.getMethod(field.getMethodName());
            // A node may be package-private in its feature; the schema is what makes it public.
            method.setAccessible(true);
            handle = MethodHandles.lookup().unreflect(method);
        }
        return handle.asType(MethodType.methodType(Object.class, Object.class));
    }
}
