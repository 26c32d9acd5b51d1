package io.clientele.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.RowInsert;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps events and their places in the feed. */
@ApplicationScoped
class EventRepository {

    private static final String ADD = """
            insert into event (event_id, type, customer_id, data, happened_at)
            values (gen_random_uuid(), ?, ?, ?::jsonb, ?)""";
    private static final Columns<Told> TOLD = new Columns<Told>()
            .with("type", "text", Told::type)
            .with("customer_id", "bigint", Told::customerId)
            .with("data", "jsonb", Told::data)
            .with("happened_at", "timestamptz", Told::at);
    private static final String ADD_ALL =
            "insert into event (event_id, " + TOLD.names() + ") select gen_random_uuid(), " + TOLD.values() + " from";
    private static final RowInsert<Told> ADDING = new RowInsert<>(
            told -> SqlFragment.of(ADD, told.type(), told.customerId(), told.data(), told.at()),
            all -> SqlFragment.of(ADD_ALL).then(TOLD.of(all)));

    // Those of ended transactions only are seen here, and the lock on event_position was taken before: an event that
    // comes to
    // light later has a later place, whatever its id.
    private static final String PLACE = """
            with unplaced as (
                select id from event where position is null order by id limit ?),
            placed as (
                update event e set position = p.last + u.number
                from event_position p, (select id, row_number() over (order by id) as number from unplaced) u
                where p.id = 1 and e.id = u.id
                returning e.position)
            update event_position set last = last + (select count(*) from placed) where id = 1""";

    private static final String COLUMNS = "select position, event_id, type, customer_id, data, happened_at from event ";

    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};

    private final Database database;
    private final LaterStatements later;
    private final ObjectMapper json;

    @Inject
    EventRepository(Database database, LaterStatements later, ObjectMapper json) {
        this.database = database;
        this.later = later;
        this.json = json;
    }

    /** An event that is to be kept. */
    private record Told(String type, @Nullable Long customerId, String data, Instant at) {}

    void add(EventDraft event, Instant now) {
        later.add(ADDING, new Told(event.type().type(), event.customerId(), text(event.data()), now));
    }

    int addAll(EventType type, SqlFragment rows, Instant now) {
        // What happened before has a smaller id.
        later.run();
        return database.run(SqlFragment.of("""
                insert into event (event_id, type, customer_id, data, happened_at)
                select gen_random_uuid(), ?, r.customer_id, r.data, ? from (""", type.type(), now).then(rows).then(") r"));
    }

    /** Whether there are events without a place. */
    boolean hasUnplaced() {
        return database.first(SqlFragment.of("select 1 from event where position is null limit 1"), row -> true)
                .isPresent();
    }

    /** Those of the kinds whose places are after the one and up to the other. */
    List<Event> between(long after, long upTo, String[] types, int most) {
        return database.list(SqlFragment.of(COLUMNS + """
                where position > ? and position <= ? and type = any (?) order by position limit ?""", after, upTo, types, most), this::event);
    }

    /** Those that are still kept of the places, in their order. */
    List<Event> at(long[] positions) {
        return database.list(
                SqlFragment.of(COLUMNS + "where position = any (?) order by position", (Object) positions),
                this::event);
    }

    /**
     * The first place of what happened at the moment or later. An event may have got its place before another that happened
     * earlier, if that one's transaction took longer, up to the time that transactions may take.
     */
    OptionalLong firstSince(Instant moment, Duration longestTransaction) {
        return database.first(SqlFragment.of("""
                select min(e.position) from event e,
                    (select min(happened_at) as at from event where happened_at >= ?) first
                where e.happened_at >= first.at and e.happened_at <= first.at + ? * interval '1 second'""", moment, longestTransaction.toSeconds()), row -> {
                    long position = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
                })
                .orElse(OptionalLong.empty());
    }

    /** Holds off others who give places until the transaction ends. */
    void lockPlaces() {
        database.first(
                SqlFragment.of("select last from event_position where id = 1 for update"), row -> row.getLong(1));
    }

    /** Gives places to as many events as that, in the order in which they were written. */
    void place(int most) {
        database.run(SqlFragment.of(PLACE, most));
    }

    EventReader.Ends ends() {
        return database.first(
                        SqlFragment.of("select last, removed from event_position where id = 1"),
                        row -> new EventReader.Ends(row.getLong("last"), row.getLong("removed")))
                .orElseThrow();
    }

    List<Event> after(long position, int most) {
        return database.list(
                SqlFragment.of(COLUMNS + "where position > ? order by position limit ?", position, most), this::event);
    }

    /** Removes up to so many that happened before; whoever has not read them is told so. */
    int removeOld(Instant before, int most) {
        return database.first(SqlFragment.of("""
                with old as (
                    select id from event where happened_at < ? order by happened_at limit ? for update skip locked),
                gone as (
                    delete from event e using old where e.id = old.id returning e.position),
                noted as (
                    update event_position set removed = greatest(removed, (select max(position) from gone))
                    where id = 1 and exists (select from gone where position is not null))
                select count(*) from gone""", before, most), row -> row.getInt(1))
                .orElse(0);
    }

    private Event event(ResultSet row) throws SQLException {
        long customerId = row.getLong("customer_id");
        return new Event(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                customerId == 0 ? null : customerId,
                data(row.getString("data")),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }

    private String text(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event's data is no JSON", impossible);
        }
    }

    private Map<String, @Nullable Object> data(String text) {
        try {
            return json.readValue(text, DATA);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event's data is no JSON", impossible);
        }
    }
}
