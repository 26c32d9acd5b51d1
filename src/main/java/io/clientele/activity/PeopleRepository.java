package io.clientele.activity;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that find those whom facts are of. */
@ApplicationScoped
class PeopleRepository {

    private static final String SELECT =
            "select id, website_id, external_id, email_key, email_verified_at is not null from customer";

    /** None of them is deleted, or merged into another, before the transaction ends. */
    private static final String HELD = " order by id for key share";

    private static final String MERGED = "select c.id, c.website_id, c.external_id, c.email_key,"
            + " c.email_verified_at is not null, m.%s from merged_customer m join customer c on c.id = m.customer_id where ";
    private static final String MERGED_HELD = " order by c.id for key share";

    private final Database database;

    @Inject
    PeopleRepository(Database database) {
        this.database = database;
    }

    /** A customer, with what facts may name it by. */
    record Known(long id, int websiteId, @Nullable String externalId, String emailKey, boolean verified) {}

    /**
     * A visitor.
     *
     * @param customerId the customer the visitor has become
     */
    record KnownVisitor(long id, int websiteId, @Nullable Long customerId) {}

    List<Known> byId(Collection<Long> ids) {
        return database.list(SqlFragment.of(SELECT + " where id = any (?)" + HELD, ids(ids)), PeopleRepository::read);
    }

    List<Known> byExternalId(List<Integer> websiteIds, List<String> externalIds) {
        return database.list(
                SqlFragment.of(
                        SELECT + " where website_id = any (?::integer[]) and external_id = any (?)" + HELD,
                        texts(websiteIds),
                        externalIds.toArray(String[]::new)),
                PeopleRepository::read);
    }

    List<Known> byEmail(List<String> emailKeys) {
        return database.list(
                SqlFragment.of(SELECT + " where email_key = any (?)" + HELD, (Object) emailKeys.toArray(String[]::new)),
                PeopleRepository::read);
    }

    /** What merged accounts have become, by the ids they had. */
    Map<Long, Known> mergedById(Collection<Long> ids) {
        Map<Long, Known> found = new HashMap<>();
        database.list(
                SqlFragment.of(MERGED.formatted("id") + "m.id = any (?)" + MERGED_HELD, ids(ids)),
                row -> found.put(row.getLong(6), read(row)));
        return found;
    }

    /** The same by the keys they had elsewhere. */
    Map<String, Known> mergedByExternalId(List<Integer> websiteIds, Collection<String> externalIds) {
        return merged(SqlFragment.of(
                MERGED.formatted("external_id") + "m.website_id = any (?::integer[]) and m.external_id = any (?)"
                        + MERGED_HELD,
                texts(websiteIds),
                externalIds.toArray(String[]::new)));
    }

    /** The same by the addresses they had, whose owners had shown to read their mail. */
    Map<String, Known> mergedByEmail(Collection<String> emailKeys) {
        return merged(SqlFragment.of(MERGED.formatted("email_key") + "m.email_key = any (?)" + MERGED_HELD, (Object)
                emailKeys.toArray(String[]::new)));
    }

    private Map<String, Known> merged(SqlFragment statement) {
        Map<String, Known> found = new HashMap<>();
        database.list(statement, row -> found.put(row.getString(6), read(row)));
        return found;
    }

    /** The customers that visitors have become. */
    List<Long> customersOf(Collection<Long> visitorIds) {
        return visitorIds.isEmpty()
                ? List.of()
                : database.list(
                        SqlFragment.of(
                                "select distinct customer_id from visitor where id = any (?) and customer_id is not null",
                                ids(visitorIds)),
                        row -> row.getLong(1));
    }

    /** Lets nobody change the accounts until the transaction ends, and waits for whoever does so already. */
    void hold(Collection<Long> ids) {
        database.list(
                SqlFragment.of("select id from customer where id = any (?) order by id for share", ids(ids)), row -> 0);
    }

    /** The visitors, none of whom becomes a customer before the transaction ends. */
    List<KnownVisitor> holdVisitors(Collection<Long> ids) {
        return database.list(
                SqlFragment.of(
                        "select id, website_id, customer_id from visitor where id = any (?) order by id for share",
                        ids(ids)),
                row -> new KnownVisitor(row.getLong(1), row.getInt(2), row.getObject(3, Long.class)));
    }

    /** Lets nobody delete the websites until the transaction ends. Answers those that there are. */
    List<Integer> holdWebsites(Collection<Integer> ids) {
        return database.list(
                SqlFragment.of(
                        "select id from website where id = any (?) order by id for key share",
                        ids.stream().mapToLong(Integer::longValue).toArray()),
                row -> row.getInt(1));
    }

    private static String[] texts(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toArray(String[]::new);
    }

    private static long[] ids(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
