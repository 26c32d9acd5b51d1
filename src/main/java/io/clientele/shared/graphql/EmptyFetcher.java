package io.clientele.shared.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers every published field that no feature fills: null where it may be, otherwise the smallest value of the type.
 * It is the true answer for a customer without orders, wish lists or a company.
 */
final class EmptyFetcher implements LightDataFetcher<Object> {

    static final EmptyFetcher INSTANCE = new EmptyFetcher();

    // The id of no team and no company: base64 of 0, as all ids of the contract are written.
    private static final String NO_ID = "MA==";

    private static final Map<String, Object> ZERO =
            Map.of("Int", 0, "Float", 0.0, "Boolean", false, "String", "", "ID", NO_ID);

    private EmptyFetcher() {}

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, @Nullable Object source, Supplier<DataFetchingEnvironment> environment) {
        GraphQLType type = field.getType();
        return type instanceof GraphQLNonNull required ? smallest(required.getWrappedType()) : null;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }

    private static Object smallest(GraphQLType type) {
        return switch (type) {
            case GraphQLList list -> List.of();
            case GraphQLScalarType scalar -> ZERO.getOrDefault(scalar.getName(), "");
            case GraphQLEnumType values -> values.getValues().getFirst().getValue();
            case GraphQLNamedType object -> new EmptyObject(object.getName());
            default -> throw new IllegalStateException("no empty value of " + type);
        };
    }

    /** An object all of whose fields are empty; of an interface or union it is the first possible type. */
    record EmptyObject(String type) {}
}
