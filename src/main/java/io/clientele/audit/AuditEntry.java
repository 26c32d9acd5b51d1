package io.clientele.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param outcome {@code success} or {@code failure}
 * @param reason why it failed, or null
 * @param actor whose token it was done with, or {@code guest} or {@code system}; its address is empty once the actor is
 *     erased
 * @param actorName what the actor was called then; null when not known, or erased
 * @param objectName what the person it is about was called then, or null
 * @param before what differs, as it was, or null
 * @param after what differs, as it is since, or null
 * @param detail what else is worth knowing, or null
 * @param erased whether values of a person are unreadable because the person's key was destroyed
 */
public record AuditEntry(
        long id,
        Instant createdAt,
        String action,
        String outcome,
        @Nullable String reason,
        Actor actor,
        @Nullable String actorName,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String objectName,
        @Nullable Integer websiteId,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable JsonNode detail,
        boolean erased) {

    /** The parts of it that its object and its actor are sealed apart in, opened. */
    AuditEntry with(@Nullable JsonNode actorValues, @Nullable JsonNode objectValues, boolean isErased) {
        return new AuditEntry(
                id,
                createdAt,
                action,
                outcome,
                reason,
                actor.at(text(actorValues, "address")),
                text(actorValues, "name"),
                objectType,
                objectId,
                text(objectValues, "name"),
                websiteId,
                part(objectValues, "before"),
                part(objectValues, "after"),
                part(objectValues, "detail"),
                isErased);
    }

    private static @Nullable String text(@Nullable JsonNode values, String name) {
        return values != null && values.hasNonNull(name) ? values.get(name).asText() : null;
    }

    private static @Nullable JsonNode part(@Nullable JsonNode values, String name) {
        return values == null ? null : values.get(name);
    }
}
