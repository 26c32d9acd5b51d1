package io.clientele.shared.person;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The history of what people have agreed to: each giving and each withdrawing, in the transaction of its effect. */
@ApplicationScoped
public class ConsentLog implements PersonData {

    /** The most that are shown of one person. */
    public static final int MOST = 1_000;

    private static final String ADD = """
            insert into consent_change (person, website_id, purpose, subject, is_given, source, wording, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OF = """
            select id, website_id, purpose, subject, is_given, source, wording, changed_at
            from consent_change where person = any (?) order by id desc limit ?""";
    private static final List<PersonSection> SECTIONS =
            List.of(new PersonSection("consent_history", subject -> SqlFragment.of("""
                    select website_id, purpose, subject, is_given, source, wording, changed_at
                    from consent_change where person = any (?) order by id""", (Object) subject.names())));

    private final Database database;
    private final LaterStatements later;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    ConsentLog(Database database, LaterStatements later, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.later = later;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes that the person has agreed, or no longer does; the caller in hand has said so.
     *
     * @param subject what exactly, or null
     * @param wording which text it was asked with; empty where the shop gives its texts no names
     */
    public void note(
            Person person,
            @Nullable Integer websiteId,
            String purpose,
            @Nullable String subject,
            boolean given,
            String wording) {
        later.add(SqlFragment.of(
                ADD,
                person.name(),
                websiteId,
                purpose,
                subject,
                given,
                source(),
                wording.isBlank() ? null : wording,
                clock.instant()));
    }

    /** The latest first; a thousand at most. */
    public List<ConsentChange> of(Collection<Person> persons) {
        return database.list(
                SqlFragment.of(OF, persons.stream().map(Person::name).toArray(String[]::new), MOST),
                row -> new ConsentChange(
                        row.getLong(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()));
    }

    private String source() {
        if (!Arc.container().requestContext().isActive()) {
            return "system";
        }
        Caller who = caller.get();
        if (who.isCustomer() && who.onBehalfOf() != null) {
            return "assistant";
        }
        if (who.isDelegated()) {
            return "app";
        }
        return who.type() == Caller.Type.ADMIN
                ? "administrator"
                : who.type().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of("delete from consent_change where person = any (?)", (Object) subject.names()));
    }
}
