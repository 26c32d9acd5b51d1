package io.clientele.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Fold;
import io.clientele.shared.person.KeyRing;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds entries and opens what is sealed in them: one statement for a page and one for its keys. */
@ApplicationScoped
class AuditSearchRepository {

    private static final Search.Source SOURCE = new Search.Source(
            """
            e.id, e.created_at, e.action, e.outcome, e.reason, e.actor_type, e.actor_id, e.on_behalf_of, e.request_id,
            e.object_type, e.object_id, e.website_id, e.person, e.actor_values, e.actor_sealed, e.object_values,
            e.object_sealed""",
            "audit_entry e",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "e.id").always(),
                    SearchField.of("created_at", SearchField.Type.MOMENT, "e.created_at")
                            .always(),
                    text("action"),
                    text("outcome"),
                    text("reason"),
                    text("actor_type"),
                    SearchField.of("actor_id", SearchField.Type.INTEGER, "e.actor_id")
                            .always(),
                    SearchField.of("on_behalf_of", SearchField.Type.INTEGER, "e.on_behalf_of"),
                    text("request_id"),
                    text("object_type"),
                    text("object_id"),
                    SearchField.of("website_id", SearchField.Type.INTEGER, "e.website_id"),
                    SearchField.exact("person", "e.person", AuditSearchRepository::person),
                    SearchField.exact("customer_id", "e.person", id -> "customer:" + id))),
            "e.id");

    /** Indexes without the sign-ins, and of the one action, find them however much happened. */
    private static final String LATEST = " from unnest(?) as p (name) cross join lateral ("
            + "(select a.id from audit_entry a where a.person = p.name and a.action <> 'customer.signed_in'"
            + " and (? or a.website_id = any (?::int[])) order by a.id desc limit ?) union"
            + " (select a.id from audit_entry a where a.person = p.name and a.action = 'customer.group.changed'"
            + " and (? or a.website_id = any (?::int[])) order by a.id desc limit 1)) i"
            + " join audit_entry e on e.id = i.id order by e.id desc";

    private final Search search;
    private final Database database;
    private final PersonKeys persons;

    AuditSearchRepository(Search search, Database database, PersonKeys persons) {
        this.search = search;
        this.database = database;
        this.persons = persons;
    }

    private record Closed(Person person, Function<KeyRing, AuditEntry> entry) {}

    /**
     * The latest entries about each of the persons, and the last one of a change of group, the newest first; no sign-ins.
     *
     * @param websiteIds the websites whose entries may be seen; empty for all entries
     * @param most how many of each, besides the change of group
     */
    Map<Person, List<AuditEntry>> latest(Collection<Person> whose, int most, Set<Integer> websiteIds) {
        boolean all = websiteIds.isEmpty();
        String[] websites = websiteIds.stream().map(String::valueOf).toArray(String[]::new);
        Set<Person> sealedFor = new HashSet<>();
        List<Closed> found = database.listPlanned(
                SqlFragment.of(
                        "select " + SOURCE.select() + LATEST,
                        whose.stream().map(Person::name).toArray(String[]::new),
                        all,
                        websites,
                        most,
                        all,
                        websites),
                row -> new Closed(new Person(row.getString("person")), closed(row, sealedFor)));
        KeyRing keys = persons.ring(sealedFor);
        return found.stream()
                .collect(Collectors.groupingBy(
                        Closed::person, Collectors.mapping(each -> each.entry().apply(keys), Collectors.toList())));
    }

    private static SearchField text(String column) {
        return SearchField.exact(column, "e." + column, UnaryOperator.identity());
    }

    /** An e-mail address is known by its hash only. */
    private static String person(String given) {
        return given.contains("@") ? Person.email(Fold.key(given)).name() : given;
    }

    /**
     * @param websiteIds the websites whose entries may be seen; empty for all entries
     * @param until no entries that are later, or null
     * @param after where the page before this one ended, empty for the first; null to go by page numbers
     */
    SearchResults<AuditEntry> page(
            SearchCriteria criteria,
            Set<Integer> websiteIds,
            @Nullable Instant until,
            @Nullable String after,
            boolean counted) {
        Set<Person> whose = new HashSet<>();
        SqlFragment always = visible(websiteIds, until);
        SearchResults<Function<KeyRing, AuditEntry>> page = after == null
                ? search.page(SOURCE, always, criteria, row -> closed(row, whose), counted)
                : search.after(SOURCE, always, criteria, row -> closed(row, whose), counted, after);
        KeyRing keys = persons.ring(whose);
        return page.map(closed -> closed.apply(keys));
    }

    long count(SearchCriteria criteria, Set<Integer> websiteIds) {
        return search.count(SOURCE, visible(websiteIds, null), criteria);
    }

    private static SqlFragment visible(Set<Integer> websiteIds, @Nullable Instant until) {
        SqlFragment websites = websiteIds.isEmpty()
                ? SqlFragment.EMPTY
                : SqlFragment.of("e.website_id = any(?::int[])", (Object)
                        websiteIds.stream().map(String::valueOf).toArray(String[]::new));
        if (until == null) {
            return websites;
        }
        SqlFragment earlier = SqlFragment.of("e.created_at <= ?", until);
        return websites.text().isEmpty() ? earlier : websites.then("and").then(earlier);
    }

    private static Function<KeyRing, AuditEntry> closed(ResultSet row, Set<Person> whose) throws SQLException {
        AuditEntry bare = bare(row);
        Optional<Person> person = Optional.ofNullable(row.getString("person")).map(Person::new);
        Optional<Person> actor = bare.actor().person().or(() -> person);
        person.ifPresent(whose::add);
        actor.ifPresent(whose::add);
        Part actorPart = new Part(actor, row.getString("actor_values"), sealed(row, "actor_sealed"));
        Part objectPart = new Part(person, row.getString("object_values"), sealed(row, "object_sealed"));
        return keys -> {
            JsonNode actorValues = actorPart.open(keys);
            JsonNode objectValues = objectPart.open(keys);
            boolean erased = (actorValues == null && actorPart.sealed().isPresent())
                    || (objectValues == null && objectPart.sealed().isPresent());
            return bare.with(actorValues, objectValues, erased);
        };
    }

    private static Optional<byte[]> sealed(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column));
    }

    /** Values of an entry: in the clear, or sealed for a person. */
    private record Part(Optional<Person> person, @Nullable String clear, Optional<byte[]> sealed) {

        @Nullable
        JsonNode open(KeyRing keys) {
            Optional<String> opened = sealed.flatMap(values -> person.flatMap(whose -> keys.open(whose, values)));
            return opened.or(() -> Optional.ofNullable(clear))
                    .map(AuditValues::read)
                    .orElse(null);
        }
    }

    private static AuditEntry bare(ResultSet row) throws SQLException {
        long onBehalfOf = row.getLong("on_behalf_of");
        Actor actor = new Actor(
                row.getString("actor_type"),
                row.getLong("actor_id"),
                row.getObject("on_behalf_of") == null ? null : onBehalfOf,
                "",
                row.getString("request_id"));
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("reason"),
                actor,
                null,
                row.getString("object_type"),
                row.getString("object_id"),
                null,
                row.getObject("website_id", Integer.class),
                null,
                null,
                null,
                false);
    }
}
