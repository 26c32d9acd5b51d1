package io.clientele.shared.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document after all that can be said of it without executing it.
 *
 * @param document the parsed document, or null when it could not be parsed
 * @param status the HTTP status when there are errors
 * @param errors why it cannot be executed; empty when it can
 * @param batches whether it selects a field that is resolved for many sources at once
 */
record CheckedDocument(@Nullable Document document, int status, List<PlainError> errors, boolean batches) {

    static CheckedDocument refused(int status, List<PlainError> errors) {
        return new CheckedDocument(null, status, List.copyOf(errors), false);
    }

    static CheckedDocument refused(int status, String message) {
        return refused(status, List.of(PlainError.of(message)));
    }

    /** The operation of that name, or the only one; null when there is none. */
    @Nullable
    OperationDefinition operation(@Nullable String name) {
        List<OperationDefinition> all = operations();
        if (name == null || name.isEmpty()) {
            return all.size() == 1 ? all.getFirst() : null;
        }
        return all.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .orElse(null);
    }

    List<OperationDefinition> operations() {
        return Objects.requireNonNull(document).getDefinitionsOfType(OperationDefinition.class);
    }

    /** The names of the operation's root fields, fragments looked into. */
    Set<String> roots(OperationDefinition operation) {
        Set<String> names = new HashSet<>();
        collect(operation.getSelectionSet(), names, new HashSet<>());
        return names;
    }

    private void collect(SelectionSet set, Set<String> names, Set<String> seen) {
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> names.add(field.getName());
                case InlineFragment fragment -> collect(fragment.getSelectionSet(), names, seen);
                case FragmentSpread spread -> {
                    if (seen.add(spread.getName())) {
                        Objects.requireNonNull(document).getDefinitionsOfType(FragmentDefinition.class).stream()
                                .filter(fragment -> fragment.getName().equals(spread.getName()))
                                .forEach(fragment -> collect(fragment.getSelectionSet(), names, seen));
                    }
                }
                default -> {}
            }
        }
    }
}
