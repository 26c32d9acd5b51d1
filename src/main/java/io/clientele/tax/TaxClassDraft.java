package io.clientele.tax;

import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to create or change a tax class.
 *
 * @param id the class to change, or null to create one
 */
public record TaxClassDraft(
        @Nullable Integer id,
        @Nullable String name,
        @Nullable String type) {

    TaxClassDraft withId(int other) {
        return new TaxClassDraft(other, name, type);
    }
}
