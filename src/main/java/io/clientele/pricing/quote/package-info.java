/**
 * The effective price: what a caller pays for a quantity, by the rule of {@code docs/pricing.md}. Does not own any
 * table: the facts it reads are those of {@code pricing}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.pricing.quote;
