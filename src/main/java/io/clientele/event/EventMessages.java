package io.clientele.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes messages of events, the same for every receiver. */
@ApplicationScoped
public class EventMessages {

    private final ObjectMapper json;

    @Inject
    EventMessages(ObjectMapper json) {
        this.json = json;
    }

    public EventMessage of(Event event) {
        Long customer = event.customerId();
        try {
            return new EventMessage(
                    event.position(),
                    // What is about nobody keeps no order, and then one that fails holds up no other.
                    customer == null ? -event.position() : customer,
                    event.id().toString(),
                    event.happenedAt(),
                    json.writeValueAsBytes(CloudEvent.of(event)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event can be written as JSON", impossible);
        }
    }
}
