package io.clientele.shared.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the object type of a value of an interface or union by the value's Java class. */
record ByClass(Map<String, String> typesByClass) implements TypeResolver {

    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
        GraphQLSchema schema = environment.getSchema();
        Object value = environment.getObject();
        if (value instanceof EmptyFetcher.EmptyObject empty) {
            return first(schema, empty.type());
        }
        String name = typesByClass.get(value.getClass().getName());
        return name == null ? null : schema.getObjectType(name);
    }

    private static @Nullable GraphQLObjectType first(GraphQLSchema schema, String name) {
        return switch (schema.getType(name)) {
            case GraphQLObjectType object -> object;
            case GraphQLInterfaceType type -> schema.getImplementations(type).getFirst();
            case GraphQLUnionType union -> {
                GraphQLNamedType member = union.getTypes().getFirst();
                yield schema.getObjectType(member.getName());
            }
            case null, default -> null;
        };
    }
}
