package io.clientele.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.ShownTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry over REST.
 *
 * @param createdAt in UTC
 * @param onBehalfOf the administrator who acted with the customer's token
 * @param isErased whether the values of a person are gone for ever
 */
@Schema(name = "clientele-audit-entry")
@JsonPropertyOrder({"id", "created_at", "action", "outcome"})
public record AuditBody(
        long id,
        String createdAt,
        String action,
        String outcome,
        @Nullable String reason,
        String actorType,
        long actorId,
        @Nullable String actorName,
        @Nullable Long onBehalfOf,
        @Nullable String address,
        String requestId,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String objectName,
        @Nullable Integer websiteId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable Map<String, Object> detail,
        boolean isErased) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static AuditBody of(AuditEntry entry) {
        Actor actor = entry.actor();
        return new AuditBody(
                entry.id(),
                ShownTime.of(entry.createdAt()),
                entry.action(),
                entry.outcome(),
                entry.reason(),
                actor.type(),
                actor.id(),
                entry.actorName(),
                actor.onBehalfOf(),
                actor.address().isEmpty() ? null : actor.address(),
                actor.requestId(),
                entry.objectType(),
                entry.objectId(),
                entry.objectName(),
                entry.websiteId(),
                map(entry.before()),
                map(entry.after()),
                map(entry.detail()),
                entry.erased());
    }

    private static @Nullable Map<String, Object> map(@Nullable JsonNode values) {
        return values == null ? null : JSON.convertValue(values, new TypeReference<Map<String, Object>>() {});
    }
}
