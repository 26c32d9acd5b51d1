package io.clientele.event;

import java.util.Map;

/** A kind of event, for those who choose what to listen to. */
public record EventTypeBody(String type, String description, Map<String, Object> dataSchema) {

    static EventTypeBody of(EventType type) {
        return new EventTypeBody(type.type(), type.description(), type.dataSchema());
    }
}
