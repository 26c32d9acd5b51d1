package io.clientele.event;

import java.util.Map;

/**
 * A kind of event; each feature makes its own.
 *
 * @param type the name in the feed: what it is about and what became of it, as {@code customer.created}
 * @param description a sentence for people who choose what to listen to
 * @param dataSchema a JSON Schema of the event's data
 */
public record EventType(String type, String description, Map<String, Object> dataSchema) {}
