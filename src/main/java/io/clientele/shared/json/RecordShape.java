package io.clientele.shared.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record is made of, looked at once per type. */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final List<Component> components = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Constructor<?> constructor;

    /** What a component of a primitive type is when nothing is given for it; null for all others. */
    private final @Nullable Object[] absent;

    /** One part of a record, with the spellings of its name. */
    record Component(String name, String snake, String canonical, Type type, boolean nullable) {}

    private RecordShape(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        Class<?>[] types = new Class<?>[parts.length];
        absent = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            absent[i] = types[i].isPrimitive() ? Array.get(Array.newInstance(types[i], 1), 0) : null;
            Component component = component(parts[i]);
            components.add(component);
            byName.put(component.canonical(), i);
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component component(RecordComponent part) {
        JsonProperty named = part.getAccessor().getAnnotation(JsonProperty.class);
        String name = named == null || named.value().isEmpty() ? part.getName() : named.value();
        boolean nullable = part.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
        return new Component(name, Names.snake(name), Names.canonical(name), part.getGenericType(), nullable);
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> raw -> raw;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> throw new IllegalArgumentException("unsupported component type " + type);
        };
    }

    /** The type of a list's elements. */
    static Type element(Type list) {
        return list instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    List<Component> components() {
        return components;
    }

    /** Where the component of that name stands, whatever the spelling; -1 when there is none. */
    int indexOf(String name) {
        return byName.getOrDefault(Names.canonical(name), -1);
    }

    Object create(@Nullable Object[] values) {
        @Nullable Object[] given = values.clone();
        for (int i = 0; i < given.length; i++) {
            given[i] = given[i] == null ? absent[i] : given[i];
        }
        try {
            return constructor.newInstance(given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
