package io.clientele.shared.graphql;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges what Java declares with the published SDL. Behaviour is Java's, the shape is published: a field that both have
 * is called in Java and typed (nullability, ids, arguments, defaults, deprecation) as published. Types and fields of the
 * storefront SDL that Java lacks are added; of the signatures only what a served field refers to.
 */
final class SchemaMerge {

    private final Map<String, TypeDefinition<?>> java;
    private final Map<String, TypeDefinition<?>> storefront;
    private final Map<String, TypeDefinition<?>> signatures;
    private final Map<String, TypeDefinition<?>> merged = new LinkedHashMap<>();
    private final List<String> misfits = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    SchemaMerge(PublishedSdl java, PublishedSdl storefront, PublishedSdl signatures) {
        this.java = java.types();
        this.storefront = storefront.types();
        this.signatures = signatures.types();
    }

    /**
     * The definitions to serve.
     *
     * @throws IllegalStateException naming every field whose Java type cannot be shown as the published one
     */
    TypeDefinitionRegistry merge() {
        Set<String> names = new LinkedHashSet<>(java.keySet());
        names.addAll(storefront.keySet());
        names.forEach(name -> merged.put(name, one(name)));
        complete();
        merged.values()
                .removeIf(type ->
                        type instanceof ScalarTypeDefinition && !references().contains(type.getName()));
        if (!misfits.isEmpty()) {
            throw new IllegalStateException("The Java types do not fit the published schema: " + misfits);
        }
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        merged.values().forEach(type -> registry.add(type).ifPresent(error -> misfits.add(error.getMessage())));
        return registry;
    }

    /** Published arguments of fields whose Java method does not take them; filled by {@link #merge()}. */
    List<String> ignored() {
        return ignored;
    }

    private TypeDefinition<?> one(String name) {
        TypeDefinition<?> own = java.get(name);
        TypeDefinition<?> whole = storefront.get(name);
        TypeDefinition<?> published = whole != null ? whole : signatures.get(name);
        if (own == null) {
            return Objects.requireNonNull(whole);
        }
        if (published == null) {
            return own;
        }
        boolean all = whole != null;
        return switch (own) {
            case ObjectTypeDefinition object -> {
                var shape = (ObjectTypeDefinition) published;
                yield object.transform(builder ->
                        builder.fieldDefinitions(fields(object, shape, all)).implementz(interfaces(object, shape)));
            }
            case InterfaceTypeDefinition type -> {
                var shape = (InterfaceTypeDefinition) published;
                yield type.transform(builder -> builder.definitions(fields(type, shape, all)));
            }
            case InputObjectTypeDefinition input ->
                input.transform(builder -> builder.inputValueDefinitions(inputs(
                        name,
                        input.getInputValueDefinitions(),
                        ((InputObjectTypeDefinition) published).getInputValueDefinitions(),
                        all)));
            default -> published;
        };
    }

    private List<FieldDefinition> fields(
            ImplementingTypeDefinition<?> own, ImplementingTypeDefinition<?> published, boolean all) {
        Map<String, FieldDefinition> shapes = byName(published.getFieldDefinitions());
        Map<String, FieldDefinition> result = new LinkedHashMap<>();
        if (all) {
            result.putAll(shapes);
        }
        for (FieldDefinition field : own.getFieldDefinitions()) {
            FieldDefinition shape = shapes.get(field.getName());
            String path = own.getName() + "." + field.getName();
            result.put(field.getName(), shape == null ? field : shaped(path, field, shape));
        }
        return List.copyOf(result.values());
    }

    private FieldDefinition shaped(String path, FieldDefinition own, FieldDefinition shape) {
        compare(path, own.getType(), shape.getType());
        Set<String> declared = byName(own.getInputValueDefinitions()).keySet();
        shape.getInputValueDefinitions().stream()
                .map(InputValueDefinition::getName)
                .filter(name -> !declared.contains(name))
                .forEach(name -> ignored.add(path + "." + name));
        return shape.transform(builder -> builder.inputValueDefinitions(
                        inputs(path, own.getInputValueDefinitions(), shape.getInputValueDefinitions(), true))
                .description(own.getDescription()));
    }

    private List<InputValueDefinition> inputs(
            String path, List<InputValueDefinition> own, List<InputValueDefinition> published, boolean all) {
        Map<String, InputValueDefinition> shapes = byName(published);
        Map<String, InputValueDefinition> result = new LinkedHashMap<>();
        if (all) {
            result.putAll(shapes);
        }
        for (InputValueDefinition value : own) {
            InputValueDefinition shape = shapes.get(value.getName());
            if (shape != null) {
                compare(path + "." + value.getName(), value.getType(), shape.getType());
            }
            result.put(value.getName(), shape == null ? value : shape);
        }
        return List.copyOf(result.values());
    }

    @SuppressWarnings("rawtypes") // as the library declares it
    private static List<Type> interfaces(ObjectTypeDefinition own, ObjectTypeDefinition published) {
        Map<String, Type> all = new LinkedHashMap<>();
        published.getImplements().forEach(type -> all.put(nameOf(type), type));
        own.getImplements().forEach(type -> all.putIfAbsent(nameOf(type), type));
        // An interface of the signatures counts once some field refers to it; complete() adds it then.
        return List.copyOf(all.values());
    }

    /** Adds what the merged types refer to and nobody defined, from the signatures. */
    private void complete() {
        Set<String> missing = missing();
        while (!missing.isEmpty()) {
            for (String name : missing) {
                TypeDefinition<?> type = signatures.get(name);
                boolean addable = type instanceof EnumTypeDefinition
                        || type instanceof InterfaceTypeDefinition
                        || type instanceof UnionTypeDefinition;
                if (type == null || !addable) {
                    misfits.add("type " + name + " has no Java class");
                    return;
                }
                merged.put(name, type);
            }
            missing = missing();
        }
    }

    private Set<String> missing() {
        Set<String> missing = references();
        missing.removeAll(merged.keySet());
        missing.removeAll(Set.of("Int", "Float", "String", "Boolean", "ID"));
        return missing;
    }

    private Set<String> references() {
        return merged.values().stream()
                .flatMap(type -> References.of(type).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void compare(String path, Type<?> own, Type<?> published) {
        String declared = nameOf(own);
        String wanted = nameOf(published);
        boolean sameDepth = depth(own) == depth(published);
        boolean sameName =
                declared.equals(wanted) || (!composite(declared) && !composite(wanted)) || isAbstract(wanted);
        if (!sameDepth || !sameName) {
            misfits.add("%s is %s in Java and %s as published"
                    .formatted(path, "[".repeat(depth(own)) + declared, "[".repeat(depth(published)) + wanted));
        }
    }

    private boolean composite(String name) {
        TypeDefinition<?> type = definition(name);
        return type != null && !(type instanceof ScalarTypeDefinition) && !(type instanceof EnumTypeDefinition);
    }

    private boolean isAbstract(String name) {
        TypeDefinition<?> type = definition(name);
        return type instanceof InterfaceTypeDefinition || type instanceof UnionTypeDefinition;
    }

    private @Nullable TypeDefinition<?> definition(String name) {
        TypeDefinition<?> type = storefront.get(name);
        if (type == null) {
            type = signatures.get(name);
        }
        return type == null ? java.get(name) : type;
    }

    private static <T extends NamedNode<?>> Map<String, T> byName(List<T> nodes) {
        return nodes.stream()
                .collect(Collectors.toMap(NamedNode::getName, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static String nameOf(Type<?> type) {
        return switch (type) {
            case NonNullType required -> nameOf(required.getType());
            case ListType list -> nameOf(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalStateException("what is " + type);
        };
    }

    private static int depth(Type<?> type) {
        return switch (type) {
            case NonNullType required -> depth(required.getType());
            case ListType list -> 1 + depth(list.getType());
            default -> 0;
        };
    }
}
