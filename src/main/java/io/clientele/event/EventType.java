package io.clientele.event;

import java.util.Map;

/** A kind of event; each feature has an enum of its own. */
public interface EventType {

    /** The name in the feed: what it is about and what became of it, as {@code customer.created}. */
    String type();

    /** A sentence for people who choose what to listen to. */
    String description();

    /** A JSON Schema of the event's data. */
    Map<String, Object> dataSchema();
}
