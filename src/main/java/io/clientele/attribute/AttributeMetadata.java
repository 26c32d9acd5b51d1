package io.clientele.attribute;

import java.util.List;

/**
 * An attribute as clients of one store view see it.
 *
 * @param label in the store view
 * @param required in the store view's website
 * @param options the values to choose from, for built-in attributes too
 */
public record AttributeMetadata(Attribute attribute, String label, boolean required, List<Option> options) {

    /** A value to choose, with its label in the store view. */
    public record Option(String value, String label, boolean isDefault) {}
}
