/**
 * Calls to addresses that others have named: to the world only, to the very address that was checked, with limits in time and
 * size, and never where an answer points to.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.outgoing;
