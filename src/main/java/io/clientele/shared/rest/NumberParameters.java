package io.clientele.shared.rest;

import io.clientele.shared.json.BodyReader;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers in paths and queries as the contract does: what is none is of the wrong type, not missing. */
@Provider
public class NumberParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == int.class || type == Integer.class) {
            return (ParamConverter<T>) new Whole<>(Integer.class);
        }
        if (type == long.class || type == Long.class) {
            return (ParamConverter<T>) new Whole<>(Long.class);
        }
        return null;
    }

    private record Whole<T>(Class<T> type) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            return value == null ? null : BodyReader.scalar(type, value);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
