package io.clientele.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as CloudEvents 1.0 has it in JSON; names that are no snake_case are that standard's.
 *
 * @param id by which one that comes twice is recognised
 * @param subject the customer, as {@code customers/7}, or null
 * @param sequence its cursor in the feed: events after it are those {@code after} this
 */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        String time,
        String datacontenttype,
        String sequence,
        Map<String, @Nullable Object> data) {

    /** The event as it is told to others. */
    public static CloudEvent of(Event event) {
        return new CloudEvent(
                "1.0",
                event.id().toString(),
                "urn:clientele",
                event.type(),
                event.customerId() == null ? null : "customers/" + event.customerId(),
                event.happenedAt().toString(),
                "application/json",
                Long.toString(event.position()),
                event.data());
    }
}
