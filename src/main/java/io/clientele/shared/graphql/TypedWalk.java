package io.clientele.shared.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a document with what the schema says about them; those it does not know are left out. */
final class TypedWalk {

    /** A field where it stands in the document. */
    record Place(Field field, GraphQLCompositeType parent, GraphQLFieldDefinition definition) {}

    private final GraphQLSchema schema;
    private final List<Place> places = new ArrayList<>();

    private TypedWalk(GraphQLSchema schema) {
        this.schema = schema;
    }

    static List<Place> fields(GraphQLSchema schema, Document document) {
        TypedWalk walk = new TypedWalk(schema);
        for (Definition<?> definition : document.getDefinitions()) {
            switch (definition) {
                case OperationDefinition operation -> walk.visit(operation.getSelectionSet(), walk.root(operation));
                case FragmentDefinition fragment ->
                    walk.visit(fragment.getSelectionSet(), walk.composite(fragment.getTypeCondition()));
                default -> {}
            }
        }
        return walk.places;
    }

    private @Nullable GraphQLCompositeType root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private @Nullable GraphQLCompositeType composite(TypeName name) {
        return schema.getType(name.getName()) instanceof GraphQLCompositeType type ? type : null;
    }

    private void visit(@Nullable SelectionSet set, @Nullable GraphQLCompositeType parent) {
        if (set == null || parent == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> visit(field, parent);
                case InlineFragment fragment ->
                    visit(
                            fragment.getSelectionSet(),
                            fragment.getTypeCondition() == null ? parent : composite(fragment.getTypeCondition()));
                default -> {}
            }
        }
    }

    private void visit(Field field, GraphQLCompositeType parent) {
        GraphQLFieldDefinition definition = definition(parent, field.getName());
        if (definition != null) {
            places.add(new Place(field, parent, definition));
            if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type) {
                visit(field.getSelectionSet(), type);
            }
        }
    }

    private @Nullable GraphQLFieldDefinition definition(GraphQLCompositeType parent, String name) {
        if (name.startsWith("__")) {
            return switch (name) {
                case "__schema" -> schema.getIntrospectionSchemaFieldDefinition();
                case "__type" -> schema.getIntrospectionTypeFieldDefinition();
                case "__typename" -> schema.getIntrospectionTypenameFieldDefinition();
                default -> null;
            };
        }
        return parent instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(name) : null;
    }
}
