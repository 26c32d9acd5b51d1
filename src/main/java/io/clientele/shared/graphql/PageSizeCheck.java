package io.clientele.shared.graphql;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.clientele.shared.InputLimits;
import io.clientele.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Stands before the fetcher of a field that is read in pages and refuses a page over the shop's limit. */
final class PageSizeCheck implements DataFetcher<Object> {

    private static final String ARGUMENT = "pageSize";

    private final DataFetcher<?> fetcher;
    private final InputLimits limits;

    PageSizeCheck(DataFetcher<?> fetcher, InputLimits limits) {
        this.fetcher = fetcher;
        this.limits = limits;
    }

    /** Puts a check before every field of the schema that has pages. */
    static void everywhere(GraphQLSchema schema, GraphQLCodeRegistry.Builder code, InputLimits limits) {
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    if (field.getArgument(ARGUMENT) != null) {
                        FieldCoordinates place = FieldCoordinates.coordinates(object, field);
                        code.dataFetcher(place, new PageSizeCheck(code.getDataFetcher(place, field), limits));
                    }
                }
            }
        }
    }

    static boolean isPaged(FieldDefinition field) {
        return field.getInputValueDefinitions().stream()
                .anyMatch(argument -> argument.getName().equals(ARGUMENT));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Integer asked = environment.getArgument(ARGUMENT);
        int most = limits.graphQLPageSize();
        if (asked != null && asked > most) {
            throw Refusal.input("Maximum pageSize is %max").with("max", most);
        }
        return fetcher.get(environment);
    }
}
