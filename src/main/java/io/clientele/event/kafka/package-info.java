/**
 * The events of the feed in a topic of Kafka, where a deployment names one: all of them, those of one customer in their order, and
 * again after a failure until they are taken. Without Kafka nothing of it is started. Does not own the events.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.event.kafka;
