package io.clientele.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one exception a feature throws when it will not do what was asked.
 *
 * <p>It carries the contract's raw message template ({@code No such entity with %fieldName = %fieldValue}) and the
 * values for its placeholders; the REST edge shows both apart, the GraphQL edge fills them in. Named parameters and
 * positional ones exclude each other.
 */
public final class Refusal extends RuntimeException {

    private static final String SEVERAL = "One or more input exceptions have occurred.";

    private static final int MOST_CAUSES = 20;

    private final RefusalKind kind;
    private final String template;
    private final Map<String, Object> named = new LinkedHashMap<>();
    private final List<Object> positional = new ArrayList<>();
    private final List<Refusal> errors = new ArrayList<>();

    private Refusal(RefusalKind kind, String template) {
        super(template, null, false, false);
        this.kind = kind;
        this.template = template;
    }

    /** The refusal behind wrappers such as a failed future's; null when there is none. */
    public static @Nullable Refusal in(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }

    public static Refusal of(RefusalKind kind, String template) {
        return new Refusal(kind, template);
    }

    /** A refusal of the kind {@link RefusalKind#INPUT}. */
    public static Refusal input(String template) {
        return new Refusal(RefusalKind.INPUT, template);
    }

    /** One refusal for a list of them: a single one stands for itself, several are wrapped in the contract's words. */
    public static Refusal all(List<Refusal> refusals) {
        if (refusals.size() == 1) {
            return refusals.get(0);
        }
        Refusal several = input(SEVERAL);
        several.errors.addAll(refusals);
        return several;
    }

    /** Adds the value of a named placeholder ({@code %fieldName}); null is shown as JSON null. */
    public Refusal with(String name, @Nullable Object value) {
        named.put(name, value == null ? NullValue.NULL : value);
        return this;
    }

    /** Adds the values of the positional placeholders ({@code %1}, {@code %2}). */
    public Refusal at(Object... values) {
        positional.addAll(Arrays.asList(values));
        return this;
    }

    public RefusalKind kind() {
        return kind;
    }

    public String template() {
        return template;
    }

    public List<Refusal> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The parameters as they are shown: a map by name, a list by position, or null when there are none. */
    public @Nullable Object parameters() {
        if (!named.isEmpty()) {
            return Collections.unmodifiableMap(named);
        }
        return positional.isEmpty() ? null : Collections.unmodifiableList(positional);
    }

    /** The message with its placeholders filled in. */
    public String rendered() {
        return Template.render(template, named, positional);
    }

    @Override
    public String getMessage() {
        return rendered();
    }

    /** Stands for a parameter that is null, so that maps stay free of null. Serialised as JSON null. */
    public enum NullValue {
        NULL;

        @com.fasterxml.jackson.annotation.JsonValue
        public @Nullable Object json() {
            return null;
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
