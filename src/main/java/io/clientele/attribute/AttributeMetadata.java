package io.clientele.attribute;

import java.util.List;

/**
 * An attribute as clients of one store view see it.
 *
 * @param label in the store view
 * @param required in the store view's website
 * @param visible in the store view's website, whether shoppers see and fill it
 * @param lines how many lines a value may have; 0 where lines do not matter
 * @param options the values to choose from, for built-in attributes too
 */
public record AttributeMetadata(
        Attribute attribute, String label, boolean required, boolean visible, int lines, List<Option> options) {

    /** A value to choose, with its label in the store view. */
    public record Option(String value, String label, boolean isDefault) {}
}
