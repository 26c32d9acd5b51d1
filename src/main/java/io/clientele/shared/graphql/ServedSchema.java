package io.clientele.shared.graphql;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import io.clientele.shared.InputLimits;
import io.clientele.shared.idempotency.Idempotent;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.spi.ClassloadingService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schema that is served: the framework's, built from Java, merged with the published SDL. */
@Singleton
public class ServedSchema {

    private static final SchemaPrinter PRINTER = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeSchemaDefinition(false)
            .includeDirectiveDefinitions(false));

    private final InputLimits limits;
    private final GraphQLSchema schema;
    private final Set<String> batched = new HashSet<>();
    private final Set<String> idempotent = new HashSet<>();
    private final List<String> ignoredArguments = new ArrayList<>();

    ServedSchema(Instance<GraphQLSchema> fromJava, Instance<Schema> model, InputLimits limits) {
        this.limits = limits;
        this.schema = merge(fromJava.get(), model.get());
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /** The names of fields that are resolved for many sources at once; only their documents need loaders. */
    Set<String> batched() {
        return batched;
    }

    /** The names of the mutations that take an Idempotency-Key. */
    public Set<String> idempotent() {
        return idempotent;
    }

    /** Arguments that are served and that no Java method takes. There should be none. */
    List<String> ignoredArguments() {
        return ignoredArguments;
    }

    /** The served schema in the schema language, sorted by name; what {@code schema.graphqls} holds. */
    public String sdl() {
        return PRINTER.print(schema);
    }

    private GraphQLSchema merge(GraphQLSchema fromJava, Schema model) {
        PublishedSdl java = PublishedSdl.parse(PRINTER.print(fromJava));
        SchemaMerge merge = new SchemaMerge(java, PublishedSdl.storefront(), PublishedSdl.signatures());
        var definitions = merge.merge();
        ignoredArguments.addAll(merge.ignored());
        model.getMutations().stream()
                .filter(ServedSchema::isIdempotent)
                .map(Operation::getName)
                .forEach(idempotent::add);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(fromJava.getCodeRegistry());
        for (Operation operation : model.getBatchOperations()) {
            String type = operation.getSourceFieldOn().getName();
            batched.add(operation.getName());
            code.dataFetcher(
                    FieldCoordinates.coordinates(type, operation.getName()),
                    new BatchFetcher(type + "." + operation.getName(), new OperationFetcher(operation)));
        }
        PageSizeCheck.everywhere(fromJava, code, limits);
        ByClass byClass = new ByClass(typesByClass(model));
        for (GraphQLNamedType type : fromJava.getAllTypesAsList()) {
            if (type instanceof graphql.schema.GraphQLInterfaceType
                    || type instanceof graphql.schema.GraphQLUnionType) {
                code.typeResolver(type.getName(), byClass);
            }
        }
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring().codeRegistry(code).wiringFactory(new Defaults(byClass, limits));
        for (GraphQLNamedType type : fromJava.getAllTypesAsList()) {
            if (type instanceof GraphQLScalarType scalar
                    && !graphql.schema.idl.ScalarInfo.isGraphqlSpecifiedScalar(type.getName())) {
                wiring.scalar(scalar);
            }
        }
        return new SchemaGenerator().makeExecutableSchema(definitions, wiring.build());
    }

    private static boolean isIdempotent(Operation mutation) {
        Class<?> edge = ClassloadingService.get().loadClass(mutation.getClassName());
        return Arrays.stream(edge.getMethods())
                .filter(method -> method.getName().equals(mutation.getMethodName()))
                .anyMatch(method -> method.isAnnotationPresent(Idempotent.class));
    }

    private static Map<String, String> typesByClass(Schema model) {
        Map<String, String> names = new HashMap<>();
        model.getTypes().values().forEach(type -> names.put(type.getClassName(), type.getName()));
        return names;
    }

    /** What is not wired from Java: fields answer empty, abstract types tell their values apart by class. */
    private record Defaults(ByClass byClass, InputLimits limits) implements WiringFactory {

        @Override
        public boolean providesDataFetcher(FieldWiringEnvironment environment) {
            return true;
        }

        @Override
        public graphql.schema.DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
            return PageSizeCheck.isPaged(environment.getFieldDefinition())
                    ? new PageSizeCheck(EmptyFetcher.INSTANCE, limits)
                    : EmptyFetcher.INSTANCE;
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public graphql.schema.TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return byClass;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public graphql.schema.TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return byClass;
        }
    }
}
