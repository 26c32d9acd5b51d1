package io.clientele.pricing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the value of a tier price is. */
public enum PriceType {

    /** An amount for one piece. */
    FIXED,

    /** Percents off the base price. */
    DISCOUNT;

    /** The name in the contract and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with the name, in whatever case. */
    static Optional<PriceType> named(@Nullable String name) {
        String code = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
