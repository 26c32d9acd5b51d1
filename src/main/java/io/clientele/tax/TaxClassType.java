package io.clientele.tax;

import java.util.Arrays;
import java.util.Optional;

/** What a tax class is of, in the contract's words. */
public enum TaxClassType {
    CUSTOMER,
    PRODUCT;

    /** The type with exactly this name. */
    static Optional<TaxClassType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
