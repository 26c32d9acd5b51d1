package io.clientele.activity;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that find those whom facts are of. */
@ApplicationScoped
class PeopleRepository {

    private static final String SELECT =
            "select id, website_id, external_id, email_key, email_verified_at is not null from customer";

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
        return database.list(SqlFragment.of(SELECT + " where id = any (?)", ids(ids)), PeopleRepository::read);
    }

    List<Known> byExternalId(List<Integer> websiteIds, List<String> externalIds) {
        return database.list(
                SqlFragment.of(
                        SELECT + " where website_id = any (?::integer[]) and external_id = any (?)",
                        websiteIds.stream().map(String::valueOf).toArray(String[]::new),
                        externalIds.toArray(String[]::new)),
                PeopleRepository::read);
    }

    List<Known> byEmail(List<String> emailKeys) {
        return database.list(
                SqlFragment.of(SELECT + " where email_key = any (?)", (Object) emailKeys.toArray(String[]::new)),
                PeopleRepository::read);
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

    private static long[] ids(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
