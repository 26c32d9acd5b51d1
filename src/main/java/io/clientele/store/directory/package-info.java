/**
 * Owns the countries, their regions and the rules of their addresses: what the data say, and what the settings make of
 * it. Does not own the addresses.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.store.directory;
