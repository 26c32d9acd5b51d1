package io.clientele.shared.person;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys of persons. */
@ApplicationScoped
class PersonKeyRepository {

    private static final String FIND = "select secret, false as is_made from person_key where person = ?";
    // A key that another transaction is making is waited for; its row is seen by the next statement only.
    private static final String FIND_OR_MAKE = """
            with made as (insert into person_key (person, secret, created_at) values (?, ?, ?)
                on conflict (person) do nothing returning secret)
            select secret, true as is_made from made
            union all select secret, false from person_key where person = ?""";
    // In one order, so that two who make the same keys do not wait for each other.
    private static final String MAKE_ALL = """
            insert into person_key (person, secret, created_at)
            select n.person, decode(n.secret, 'hex'), ? from unnest(?, ?) as n (person, secret) order by n.person
            on conflict (person) do nothing returning person""";
    private static final String FIND_ALL =
            "select person, secret from person_key where person = any (?) and secret is not null";
    private static final String DESTROY = """
            insert into person_key (person, secret, created_at, destroyed_at) values (?, null, ?, ?)
            on conflict (person) do update set secret = null, destroyed_at = excluded.destroyed_at""";

    private final Database database;

    PersonKeyRepository(Database database) {
        this.database = database;
    }

    /**
     * A person's key as it is in the database.
     *
     * @param seal empty when the key was destroyed
     * @param made whether this very statement made it
     */
    record Stored(Optional<Seal> seal, boolean made) {}

    Optional<Stored> find(Person person) {
        return stored(SqlFragment.of(FIND, person.name()));
    }

    Stored findOrMake(Person person, byte[] secret, Instant now) {
        SqlFragment statement = SqlFragment.of(FIND_OR_MAKE, person.name(), secret, now, person.name());
        Optional<Stored> stored = stored(statement);
        while (stored.isEmpty()) {
            stored = stored(statement);
        }
        return stored.get();
    }

    /** Makes keys where there are none, and answers those that it made. */
    Map<Person, Seal> makeAll(List<Person> persons, Instant now) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        persons.forEach(person -> secrets.put(person.name(), Seal.newKey()));
        Map<Person, Seal> made = new HashMap<>();
        database.list(
                SqlFragment.of(
                        MAKE_ALL,
                        now,
                        secrets.keySet().toArray(String[]::new),
                        secrets.values().stream().map(HexFormat.of()::formatHex).toArray(String[]::new)),
                row -> {
                    String name = row.getString("person");
                    return made.put(new Person(name), new Seal(Objects.requireNonNull(secrets.get(name)))) == null;
                });
        return made;
    }

    /** The keys that are there, by person. */
    Map<Person, Seal> findAll(Collection<Person> persons) {
        Map<Person, Seal> seals = new HashMap<>();
        String[] names = persons.stream().map(Person::name).distinct().toArray(String[]::new);
        database.list(
                SqlFragment.of(FIND_ALL, (Object) names),
                row -> seals.put(new Person(row.getString("person")), new Seal(row.getBytes("secret"))) == null);
        return seals;
    }

    void eachAddress(Consumer<Person> taker) {
        database.each(
                SqlFragment.of("select person from person_key where person like 'email:%' and secret is not null"),
                row -> taker.accept(new Person(row.getString(1))));
    }

    /** Leaves a mark where the key was, so that no other one is made. */
    void destroy(Person person, Instant now) {
        database.run(SqlFragment.of(DESTROY, person.name(), now, now));
    }

    void delete(Person person) {
        database.run(SqlFragment.of("delete from person_key where person = ?", person.name()));
    }

    /** Returns how many there were. */
    int deleteOfGuests(Instant before, int most) {
        return database.run(SqlFragment.of(
                "delete from person_key where person in (select person from person_key"
                        + " where person like 'email:%' and created_at < ? limit ? for update skip locked)",
                before, most));
    }

    private Optional<Stored> stored(SqlFragment statement) {
        return database.first(
                statement,
                row -> new Stored(
                        Optional.ofNullable(row.getBytes("secret")).map(Seal::new), row.getBoolean("is_made")));
    }
}
