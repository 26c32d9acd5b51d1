package io.clientele.shared.graphql;

import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.List;

/** The names of the types a definition refers to. */
final class References {

    private References() {}

    static List<String> of(TypeDefinition<?> definition) {
        List<Type<?>> types = new ArrayList<>();
        switch (definition) {
            case ImplementingTypeDefinition<?> type -> {
                type.getImplements().forEach(types::add);
                type.getFieldDefinitions().forEach(field -> {
                    types.add(field.getType());
                    field.getInputValueDefinitions().forEach(argument -> types.add(argument.getType()));
                });
            }
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(value -> types.add(value.getType()));
            case UnionTypeDefinition union -> union.getMemberTypes().forEach(types::add);
            default -> {}
        }
        return types.stream().map(SchemaMerge::nameOf).toList();
    }
}
