package io.clientele.segment.rule.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of constants in rules: in lower case. */
public final class Words {

    /** The contract's numbers of genders are their places here, counted from 1. */
    private static final List<String> GENDERS = List.of("male", "female", "not_specified");

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> Optional<E> named(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> of(each).equals(word))
                .findFirst();
    }

    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Words::of).toList();
    }

    public static List<String> genders() {
        return GENDERS;
    }
}
