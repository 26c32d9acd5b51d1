package io.clientele.store;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** The refusals of this feature. */
final class StoreRefusals {

    private StoreRefusals() {}

    /** The level of the cascade does not exist. */
    static Refusal unknownScope(String word) {
        return Refusals.invalidValue("scope", word);
    }
}
