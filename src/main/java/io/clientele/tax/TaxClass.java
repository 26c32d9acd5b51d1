package io.clientele.tax;

/**
 * A class of customers or of products that are taxed alike.
 *
 * @param type {@link TaxClassType}, what the class is of
 */
public record TaxClass(int id, String name, TaxClassType type) {}
