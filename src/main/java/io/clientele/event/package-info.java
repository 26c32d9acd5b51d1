/**
 * The feed of what happened, which features write into and others read, and the outbox as administrators see it: what the
 * service has still to do for others and could not. Does not own what the events tell of, nor the outbox's work.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.event;
