/**
 * The operations of the REST edge that write, as things that can be looked up, checked and carried out without a request.
 * Does not own when that is, nor for whom.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.operation;
