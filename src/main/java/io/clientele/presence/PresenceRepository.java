package io.clientele.presence;

import static io.clientele.shared.search.SearchField.of;
import static io.clientele.shared.search.SearchField.text;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The queries over {@code customer_presence}, and over visitors as far as they are online. */
@ApplicationScoped
class PresenceRepository {

    /** A statement has five seconds. */
    private static final int AT_A_TIME = 5_000;

    // The customer is locked: one who is deleted meanwhile would otherwise take the others' notes along.
    private static final String WRITE_CUSTOMERS = """
            insert into customer_presence as p (customer_id, seen_at, last_url)
            select c.id, n.at, n.url
            from unnest(?::bigint[], ?::text[]::timestamptz[], ?::text[]) as n (id, at, url)
            join customer c on c.id = n.id order by c.id for key share of c
            on conflict (customer_id) do update
            set seen_at = excluded.seen_at, last_url = coalesce(excluded.last_url, p.last_url)
            where excluded.seen_at > p.seen_at""";
    private static final String WRITE_VISITORS = """
            update visitor v set seen_at = n.at, last_url = coalesce(n.url, v.last_url)
            from (select v.id, n.at, n.url
                from unnest(?::text[], ?::text[]::timestamptz[], ?::text[]) as n (hash, at, url)
                join visitor v on v.token_hash = decode(n.hash, 'base64')
                where v.customer_id is null order by v.id for update of v) n
            where v.id = n.id and n.at > v.seen_at""";
    private static final String REMOVE = """
            delete from customer_presence where customer_id in
            (select customer_id from customer_presence where seen_at < ? order by seen_at limit ?
             for update skip locked)""";

    private static final String ONLINE = """
            (select 'customer' as type, c.id, c.website_id, c.firstname, c.lastname, c.email, a.company,
                p.seen_at, p.last_url
            from customer_presence p
            join customer c on c.id = p.customer_id
            left join customer_address a on a.customer_id = c.id and a.is_default_billing
            union all
            select 'visitor', v.id, v.website_id, null::text, null::text, null::text, null::text, v.seen_at, v.last_url
            from visitor v
            where v.customer_id is null) o""";
    private static final List<SearchField> FIELDS = List.of(
            text("type", "o.type").always(),
            of("id", Type.INTEGER, "o.id").always(),
            of("website_id", Type.INTEGER, "o.website_id").always(),
            text("firstname", "o.firstname"),
            text("lastname", "o.lastname"),
            text("email", "o.email"),
            text("company", "o.company"),
            of("last_activity", Type.MOMENT, "o.seen_at").always(),
            text("last_url", "o.last_url"));
    private static final Search.Source SOURCE = new Search.Source(
            "o.type, o.id, o.website_id, o.firstname, o.lastname, o.email, o.company, o.seen_at, o.last_url",
            ONLINE,
            new SearchFields(FIELDS),
            "(o.type || o.id)");

    private final Database database;
    private final Search search;

    @Inject
    PresenceRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** Who was active since the moment; an empty set of websites means all of them. */
    SearchResults<Online> search(SearchCriteria criteria, Instant since, Set<Integer> websiteIds) {
        SqlFragment always = SqlFragment.of("o.seen_at >= ?", since);
        if (!websiteIds.isEmpty()) {
            always = always.then("and o.website_id = any(?::int[])", (Object)
                    websiteIds.stream().map(String::valueOf).toArray(String[]::new));
        }
        return search.page(SOURCE, always, criteria, PresenceRepository::read);
    }

    private static Online read(ResultSet row) throws SQLException {
        return new Online(
                Online.Type.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9));
    }

    /** By the customers' ids; those that are gone are passed over. */
    void writeCustomers(Map<Long, Seen> notes) {
        List<Map.Entry<Long, Seen>> all = List.copyOf(notes.entrySet());
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<Map.Entry<Long, Seen>> part = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
            write(WRITE_CUSTOMERS, part.stream().mapToLong(Map.Entry::getKey).toArray(), part);
        }
    }

    /** By the hashes of their tokens in Base64; those that nobody has are passed over. */
    void writeVisitors(Map<String, Seen> notes) {
        List<Map.Entry<String, Seen>> all = List.copyOf(notes.entrySet());
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<Map.Entry<String, Seen>> part = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
            write(WRITE_VISITORS, part.stream().map(Map.Entry::getKey).toArray(String[]::new), part);
        }
    }

    private <K> void write(String statement, Object keys, List<Map.Entry<K, Seen>> part) {
        List<String> moments = new ArrayList<>();
        String[] urls = new String[part.size()];
        for (int i = 0; i < urls.length; i++) {
            moments.add(part.get(i).getValue().at().toString());
            urls[i] = part.get(i).getValue().url();
        }
        database.run(SqlFragment.of(statement, keys, moments.toArray(String[]::new), urls));
    }

    int removeOld(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE, before, atMost));
    }
}
