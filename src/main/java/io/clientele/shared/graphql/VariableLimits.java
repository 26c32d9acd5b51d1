package io.clientele.shared.graphql;

import io.clientele.shared.Storable;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses variables with overlong lists or text nobody can store. Their size in bytes is bounded where they are read. */
@Singleton
class VariableLimits {

    private final GraphQLSettings settings;

    VariableLimits(GraphQLSettings settings) {
        this.settings = settings;
    }

    List<PlainError> check(Map<String, @Nullable Object> variables) {
        Deque<Object> open = new ArrayDeque<>();
        open.add(variables);
        while (!open.isEmpty()) {
            Object value = open.remove();
            if (value instanceof List<?> list && list.size() > settings.maxListItems()) {
                return List.of(PlainError.of("Max list argument size should be %d but got %d."
                        .formatted(settings.maxListItems(), list.size())));
            }
            Iterable<?> inner = value instanceof Map<?, ?> map ? map.values() : (List<?>) value;
            for (Object item : inner) {
                if (item instanceof String text && !Storable.is(text)) {
                    return List.of(PlainError.unstorable());
                }
                if (item instanceof Map<?, ?> || item instanceof List<?>) {
                    open.add(item);
                }
            }
        }
        return List.of();
    }
}
