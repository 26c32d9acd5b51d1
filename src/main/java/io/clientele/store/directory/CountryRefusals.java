package io.clientele.store.directory;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** The refusals of this feature. */
final class CountryRefusals {

    private CountryRefusals() {}

    /** There is no such country, or the store does not allow it. */
    static Refusal notAvailable() {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "The country isn't available.");
    }

    /** A query for one country names none. */
    static Refusal idMissing() {
        return Refusal.input("Country \"id\" value should be specified");
    }
}
