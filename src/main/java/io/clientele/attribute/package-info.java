/**
 * Metadata of custom attributes of customers and addresses: their definitions, options, forms and files, what of the
 * built-in attributes clients may read, and what a value must be. Does not own the values: they stand in the rows of
 * customers and addresses.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.attribute;
