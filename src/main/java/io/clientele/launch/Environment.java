package io.clientele.launch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the start reads before the configuration of the application exists: system properties, then the environment. */
final class Environment {

    private Environment() {}

    /** The value of a property ({@code quarkus.http.port}, in the environment {@code QUARKUS_HTTP_PORT}), or null. */
    static @Nullable String get(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            value = System.getenv(property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value;
    }

    static String get(String property, String otherwise) {
        String value = get(property);
        return value == null ? otherwise : value;
    }

    /** Sets a property of the application, unless somebody outside has decided it. */
    static void offer(String property, String value) {
        if (get(property) == null) {
            System.setProperty(property, value);
        }
    }
}
