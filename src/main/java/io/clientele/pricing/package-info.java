/**
 * Owns price facts of products, their base, special and tier prices. Does not own the catalogue: a product is what prices
 * and rules need to know of it.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.pricing;
