/**
 * Owns what shops report of shopping: orders and their corrections, carts, product views, wish lists, reviews and balances.
 * Does not own order processing, nor what is made of the facts.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.activity;
