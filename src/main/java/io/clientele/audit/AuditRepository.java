package io.clientele.audit;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds entries. */
@ApplicationScoped
class AuditRepository {

    private static final String ADD = """
            insert into audit_entry (created_at, action, outcome, reason, actor_type, actor_id, on_behalf_of, request_id,
                object_type, object_id, website_id, person, actor_values, actor_sealed, object_values, object_sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)""";

    private final LaterStatements later;
    private final PersonKeys keys;

    AuditRepository(LaterStatements later, PersonKeys keys) {
        this.later = later;
        this.keys = keys;
    }

    void add(AuditDraft draft, Actor actor, @Nullable String actorName, Instant now) {
        Person person = draft.person;
        Person actorPerson = actor.person().orElse(person);
        String actorValues = AuditValues.of(actorName, actor.address());
        String objectValues = AuditValues.of(draft);
        later.add(SqlFragment.of(
                ADD,
                now,
                draft.action,
                draft.reason == null ? "success" : "failure",
                draft.reason,
                actor.type(),
                actor.id(),
                actor.onBehalfOf(),
                actor.requestId(),
                draft.objectType,
                draft.objectId,
                draft.websiteId,
                person == null ? null : person.name(),
                clear(actorPerson, actorValues),
                sealed(actorPerson, actorValues),
                clear(person, objectValues),
                sealed(person, objectValues)));
    }

    private static @Nullable String clear(@Nullable Person person, @Nullable String values) {
        return person == null ? values : null;
    }

    private byte @Nullable [] sealed(@Nullable Person person, @Nullable String values) {
        return person == null || values == null ? null : keys.seal(person, values);
    }
}
