/**
 * Address books: the addresses of a customer, keyed by the customer's id, which of them are the defaults, and what an
 * address must have. Does not own the customer, nor the countries and regions.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.address;
