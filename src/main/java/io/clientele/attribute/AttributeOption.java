package io.clientele.attribute;

/**
 * One of the values an attribute may have.
 *
 * @param value what is kept: the option's id as text
 */
public record AttributeOption(String value, Labels label, int sortOrder, boolean isDefault) {}
