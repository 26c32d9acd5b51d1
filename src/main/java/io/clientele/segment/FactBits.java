package io.clientele.segment;

import io.clientele.segment.rule.FactKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kinds of facts as one number, the way the triggers of the database write them. */
final class FactBits {

    /** Every kind there is. */
    static final int ALL = of(Arrays.asList(FactKind.values()));

    private FactBits() {}

    static int of(Collection<FactKind> kinds) {
        return kinds.stream().mapToInt(FactBits::of).reduce(0, (one, other) -> one | other);
    }

    static int of(FactKind kind) {
        return switch (kind) {
            case PROFILE -> 1;
            case ADDRESS -> 1 << 1;
            case NEWSLETTER -> 1 << 2;
            case BALANCE -> 1 << 3;
            case CART -> 1 << 4;
            case WISHLIST -> 1 << 5;
            case VIEW -> 1 << 6;
            case ORDER -> 1 << 7;
            case SEGMENT -> 1 << 8;
            case PRODUCT -> 1 << 9;
        };
    }

    /** What a change is put down to, such as {@code order} or {@code order,cart}. */
    static String names(int bits) {
        return Arrays.stream(FactKind.values())
                .filter(kind -> (of(kind) & bits) != 0)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
