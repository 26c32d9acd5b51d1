/**
 * Owns tax classes, tax rates and tax rules, and says how much tax comes on a price. Does not own what is taxed: groups and
 * products name their class by its id.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.tax;
