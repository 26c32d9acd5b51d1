package io.clientele.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An entry over GraphQL. What was before, what is after and the details are JSON in a text. */
@Name("AdminAuditEntry")
public record AuditNode(
        @Id @NonNull String id,
        @NonNull @Name("created_at") String createdAt,
        @NonNull String action,
        @NonNull @Description("success or failure") String outcome,
        @Nullable String reason,
        @NonNull @Name("actor_type") String actorType,
        @Id @NonNull @Name("actor_id") String actorId,
        @Nullable @Name("actor_name") String actorName,

        @Id @Nullable @Name("on_behalf_of") @Description("The administrator who acted with the customer's token")
        String onBehalfOf,

        @Nullable String address,
        @NonNull @Name("request_id") String requestId,
        @Nullable @Name("object_type") String objectType,
        @Id @Nullable @Name("object_id") String objectId,
        @Nullable @Name("object_name") String objectName,
        @Nullable @Name("website_id") Integer websiteId,

        @Nullable @Description("JSON of what differs, as it was")
        String before,

        @Nullable @Description("JSON of what differs, as it is since")
        String after,

        @Nullable @Description("JSON") String detail,

        @NonNull @Name("is_erased") @Description("Whether values of a person are gone for ever")
        Boolean erased) {

    public static AuditNode of(AuditEntry entry) {
        Actor actor = entry.actor();
        return new AuditNode(
                Long.toString(entry.id()),
                ShownTime.of(entry.createdAt()),
                entry.action(),
                entry.outcome(),
                entry.reason(),
                actor.type(),
                Long.toString(actor.id()),
                entry.actorName(),
                actor.onBehalfOf() == null ? null : actor.onBehalfOf().toString(),
                actor.address().isEmpty() ? null : actor.address(),
                actor.requestId(),
                entry.objectType(),
                entry.objectId(),
                entry.objectName(),
                entry.websiteId(),
                text(entry.before()),
                text(entry.after()),
                text(entry.detail()),
                entry.erased());
    }

    private static @Nullable String text(@Nullable JsonNode values) {
        return values == null ? null : values.toString();
    }
}
