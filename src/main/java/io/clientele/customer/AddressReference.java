package io.clientele.customer;

import io.clientele.shared.Refusals;
import org.jspecify.annotations.Nullable;

/** The contract's way to name an address inside a customer: its id as text; empty text for none. */
final class AddressReference {

    private AddressReference() {}

    static @Nullable Long read(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            return 0L;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue(field, text);
        }
    }
}
