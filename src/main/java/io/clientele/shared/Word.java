package io.clientele.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that callers send for the values of an enumeration: their names in lower case. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The value with exactly this word. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> of(value).equals(word))
                .findFirst();
    }
}
