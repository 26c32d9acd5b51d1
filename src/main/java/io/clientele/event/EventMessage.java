package io.clientele.event;

import java.time.Instant;

/**
 * An event as a receiver gets it.
 *
 * @param position its place in the feed
 * @param lane what keeps its order: messages of one lane are sent one after another. It is the customer's id; an event of nobody
 *     has one of its own, below 0
 * @param id the event's, the same at every try
 * @param body a CloudEvent in JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EventMessage(long position, long lane, String id, Instant happenedAt, byte[] body) {

    /** Whether it is of a customer. */
    public boolean isOfCustomer() {
        return lane > 0;
    }
}
