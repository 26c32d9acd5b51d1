/**
 * Webhooks: receivers of events, who is told what, and the delivery: signed, in order for each customer, again and again until it
 * is taken or given up. Each webhook has a place of its own in the feed. Does not own the events.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.event.webhook;
