package io.clientele.shared.graphql;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import io.clientele.shared.Storable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document before it is validated, in time linear to its size: a fragment is measured once, however often it
 * is spread.
 */
final class DocumentLimits {

    private static final Weight NOTHING = new Weight(0, 0, 0);

    /**
     * @param depth levels of fields that have fields below them
     * @param fields all fields, fragments counted at every spread
     * @param roots fields of the top level
     */
    private record Weight(long depth, long fields, long roots) {}

    private final GraphQLSettings settings;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Weight> measured = new HashMap<>();
    private final List<PlainError> errors = new ArrayList<>();
    private int aliases;
    private int directives;
    private int longestList;
    private boolean introspects;
    private boolean unstorable;

    private DocumentLimits(GraphQLSettings settings) {
        this.settings = settings;
    }

    /** What the document has too much of, or asks for without leave; empty when it may be validated. */
    static List<PlainError> of(GraphQLSettings settings, boolean introspection, Document document) {
        DocumentLimits limits = new DocumentLimits(settings);
        limits.measure(document);
        if (limits.introspects && !introspection) {
            limits.errors.add(
                    PlainError.of("GraphQL introspection is not allowed, but the query contained __schema or __type"));
        }
        if (limits.unstorable) {
            limits.errors.add(PlainError.unstorable());
        }
        return limits.errors;
    }

    private void measure(Document document) {
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
        count(document);
        refuse("aliases", settings.maxAliases(), aliases);
        refuse("directives", settings.maxDirectives(), directives);
        refuse("list argument size", settings.maxListItems(), longestList);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Weight weight = weigh(operation.getSelectionSet());
            refuse("root fields", settings.maxRootFields(), weight.roots());
            refuse("query complexity", settings.maxComplexity(), weight.fields());
            // The contract's library counts the root as level 0.
            refuse("query depth", settings.maxDepth(), weight.depth() - 1);
        }
    }

    private void refuse(String what, int limit, long found) {
        if (found > limit) {
            errors.add(PlainError.of("Max %s should be %d but got %d.".formatted(what, limit, found)));
        }
    }

    private void count(Node<?> start) {
        List<Node<?>> open = new ArrayList<>();
        open.add(start);
        while (!open.isEmpty()) {
            Node<?> node = open.removeLast();
            switch (node) {
                case Field field -> {
                    aliases += field.getAlias() == null ? 0 : 1;
                    introspects |= field.getName().equals("__schema")
                            || field.getName().equals("__type");
                }
                case Directive directive -> directives++;
                case ArrayValue list ->
                    longestList = Math.max(longestList, list.getValues().size());
                case StringValue text -> unstorable |= !Storable.is(text.getValue());
                default -> {}
            }
            node.getChildren().forEach(open::add);
        }
    }

    private Weight weigh(@Nullable SelectionSet set) {
        if (set == null) {
            return NOTHING;
        }
        Weight sum = NOTHING;
        for (Selection<?> selection : set.getSelections()) {
            Weight one = switch (selection) {
                case Field field -> {
                    Weight below = weigh(field.getSelectionSet());
                    long depth = field.getSelectionSet() == null ? 0 : below.depth() + 1;
                    yield new Weight(depth, saturated(below.fields(), 1), 1);
                }
                case InlineFragment fragment -> weigh(fragment.getSelectionSet());
                case FragmentSpread spread -> fragment(spread.getName());
                default -> NOTHING;
            };
            sum = new Weight(
                    Math.max(sum.depth(), one.depth()),
                    saturated(sum.fields(), one.fields()),
                    saturated(sum.roots(), one.roots()));
        }
        return sum;
    }

    private Weight fragment(String name) {
        Weight known = measured.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null || fragment == null) {
            return known == null ? NOTHING : known;
        }
        // A fragment inside itself weighs nothing here; the validator refuses it.
        measured.put(name, NOTHING);
        Weight weight = weigh(fragment.getSelectionSet());
        measured.put(name, weight);
        return weight;
    }

    private static long saturated(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a + b);
    }
}
