/**
 * What the service has still to do for others, and could not do: the outbox as administrators see it. Does not own the
 * work, nor the features whose work it is.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.event;
