package io.clientele.event.webhook;

import java.time.Instant;

/**
 * An event as a receiver gets it.
 *
 * @param position its place in the feed
 * @param lane what keeps its order: messages of one lane are sent one after another
 * @param id the event's, the same at every try
 * @param body a CloudEvent in JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(long position, long lane, String id, Instant happenedAt, byte[] body) {}
