package io.clientele.audit;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.RowInsert;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds entries. */
@ApplicationScoped
class AuditRepository {

    private static final String ADD = """
            insert into audit_entry (created_at, action, outcome, reason, actor_type, actor_id, on_behalf_of, request_id,
                object_type, object_id, website_id, person, actor_values, actor_sealed, object_values, object_sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)""";
    private static final Columns<Entry> ENTRIES = new Columns<Entry>()
            .with("created_at", "timestamptz", Entry::at)
            .with("action", "text", each -> each.draft().action)
            .with("outcome", "text", Entry::outcome)
            .with("reason", "text", each -> each.draft().reason)
            .with("actor_type", "text", each -> each.actor().type())
            .with("actor_id", "bigint", each -> each.actor().id())
            .with("on_behalf_of", "bigint", each -> each.actor().onBehalfOf())
            .with("request_id", "text", each -> each.actor().requestId())
            .with("object_type", "text", each -> each.draft().objectType)
            .with("object_id", "text", each -> each.draft().objectId)
            .with("website_id", "integer", each -> each.draft().websiteId)
            .with("person", "text", Entry::person)
            .with("actor_values", "jsonb", each -> each.ofActor().clear())
            .with("actor_sealed", "bytea", each -> each.ofActor().written())
            .with("object_values", "jsonb", each -> each.ofObject().clear())
            .with("object_sealed", "bytea", each -> each.ofObject().written());
    private static final String ADD_ALL =
            "insert into audit_entry (" + ENTRIES.names() + ") select " + ENTRIES.values() + " from";
    private static final RowInsert<Entry> ADDING =
            new RowInsert<>(Entry::statement, all -> SqlFragment.of(ADD_ALL).then(ENTRIES.of(all)));

    private final LaterStatements later;
    private final PersonKeys keys;
    private final TransactionSynchronizationRegistry transactions;

    AuditRepository(LaterStatements later, PersonKeys keys, TransactionSynchronizationRegistry transactions) {
        this.later = later;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Values as they are kept: in the clear, or sealed where a person has a key. */
    private record Kept(@Nullable String clear, Optional<byte[]> sealed) {

        byte @Nullable [] bytes() {
            return sealed.orElse(null);
        }

        @Nullable
        String written() {
            return sealed.map(bytes -> "\\x" + HexFormat.of().formatHex(bytes)).orElse(null);
        }
    }

    /** An entry that is to be kept. */
    private record Entry(Instant at, AuditDraft draft, Actor actor, Kept ofActor, Kept ofObject) {

        String outcome() {
            return draft.reason == null ? "success" : "failure";
        }

        @Nullable
        String person() {
            return draft.person == null ? null : draft.person.name();
        }

        SqlFragment statement() {
            return SqlFragment.of(
                    ADD,
                    at,
                    draft.action,
                    outcome(),
                    draft.reason,
                    actor.type(),
                    actor.id(),
                    actor.onBehalfOf(),
                    actor.requestId(),
                    draft.objectType,
                    draft.objectId,
                    draft.websiteId,
                    person(),
                    ofActor.clear(),
                    ofActor.bytes(),
                    ofObject.clear(),
                    ofObject.bytes());
        }
    }

    void add(AuditDraft draft, Actor actor, @Nullable String actorName, Instant now) {
        Kept ofActor = actor.person()
                .map(person -> ofActor(person, actor, actorName))
                .orElseGet(() -> kept(draft.person, AuditValues.of(actorName, actor.address())));
        later.add(ADDING, new Entry(now, draft, actor, ofActor, kept(draft.person, AuditValues.of(draft))));
    }

    /** Sealed once in a transaction of many entries: all of them say the same. */
    private Kept ofActor(Person person, Actor actor, @Nullable String name) {
        if (transactions.getTransactionKey() == null) {
            return kept(person, AuditValues.of(name, actor.address()));
        }
        if (transactions.getResource(this) instanceof OfActor known && known.is(actor, name)) {
            return known.kept();
        }
        Kept kept = kept(person, AuditValues.of(name, actor.address()));
        transactions.putResource(this, new OfActor(actor, name, kept));
        return kept;
    }

    /** What is kept of the last actor of the transaction in hand. */
    private record OfActor(Actor actor, @Nullable String name, Kept kept) {

        boolean is(Actor other, @Nullable String called) {
            return actor.equals(other) && Objects.equals(name, called);
        }
    }

    private Kept kept(@Nullable Person person, @Nullable String values) {
        return person == null || values == null
                ? new Kept(values, Optional.empty())
                : new Kept(null, Optional.of(keys.seal(person, values)));
    }
}
