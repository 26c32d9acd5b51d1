package io.clientele.customer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The rows of accounts that are merged, and {@code merged_customer}, which says into what. */
@ApplicationScoped
class MergedCustomerRepository {

    private final Database database;

    @Inject
    MergedCustomerRepository(Database database) {
        this.database = database;
    }

    /** The account that the id stands for now; empty for one that was not merged. */
    OptionalLong survivorOf(long id) {
        return database.first(
                        SqlFragment.of("select customer_id from merged_customer where id = ?", id),
                        row -> row.getLong(1))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** The account that has taken over the one with the caller's own key; empty for a key that no merged account had. */
    OptionalLong survivorOf(int websiteId, String externalId) {
        return database.first(
                        SqlFragment.of(
                                "select customer_id from merged_customer where website_id = ? and external_id = ?"
                                        + " order by merged_at desc limit 1",
                                websiteId,
                                externalId),
                        row -> row.getLong(1))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** The same for many keys, by key. */
    Map<String, Long> survivorsOf(int websiteId, Collection<String> externalIds) {
        Map<String, Long> survivors = new HashMap<>();
        if (!externalIds.isEmpty()) {
            database.list(
                    SqlFragment.of(
                            "select external_id, customer_id from merged_customer where website_id = ? and external_id = any (?)"
                                    + " order by merged_at",
                            websiteId,
                            externalIds.toArray(String[]::new)),
                    row -> survivors.put(row.getString(1), row.getLong(2)));
        }
        return survivors;
    }

    /** The row as JSON. */
    String row(long id) {
        return database.first(
                        SqlFragment.of("select to_jsonb(c)::text from customer c where c.id = ?", id),
                        row -> row.getString(1))
                .orElseThrow(() -> CustomerRefusals.missing(id));
    }

    /** Takes from an account what only one may have, so that another can have it before this one goes. */
    void vacate(long id) {
        // No address has a space, so no account's is like that.
        database.run(
                SqlFragment.of("update customer set email_key = 'merged ' || id, external_id = null where id = ?", id));
        database.run(SqlFragment.of("delete from shared_email where customer_id = ?", id));
    }

    /**
     * Sets columns, and values of attributes, to those of another row.
     *
     * @param from the other row as JSON
     * @param keys the keys of the values
     */
    void take(long id, String from, Collection<String> columns, Collection<String> keys, Instant now) {
        String set =
                columns.stream().map(column -> column + " = g." + column + ", ").collect(Collectors.joining());
        String[] names = keys.toArray(String[]::new);
        try {
            database.run(SqlFragment.of(
                    "update customer c set " + set + "attributes = (c.attributes - ?) || coalesce((select"
                            + " jsonb_object_agg(e.key, e.value) from jsonb_each(g.attributes) e where e.key = any (?)),"
                            + " '{}'::jsonb), updated_at = ? from jsonb_populate_record(null::customer, ?::jsonb) g"
                            + " where c.id = ?",
                    names,
                    names,
                    now,
                    from,
                    id));
        } catch (DatabaseFailure e) {
            throw refused(e);
        }
    }

    /** Writes a row that was there once. */
    void insert(String row, Collection<String> columns) {
        String names = String.join(", ", columns);
        String values = columns.stream().map(column -> "g." + column).collect(Collectors.joining(", "));
        try {
            database.run(SqlFragment.of(
                    "insert into customer (" + names + ") select " + values
                            + " from jsonb_populate_record(null::customer, ?::jsonb) g",
                    row));
        } catch (DatabaseFailure e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(DatabaseFailure e) {
        return switch (DatabaseFailure.violatedConstraint(e)) {
            case "customer_email_key_uq" -> CustomerRefusals.emailTaken();
            case "customer_external_id_uq" -> CustomerRefusals.externalIdTaken();
            default -> e;
        };
    }

    /** Whether a customer of the website has the caller's own key. */
    boolean isTaken(int websiteId, String externalId) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer where website_id = ? and external_id = ?",
                                websiteId,
                                externalId),
                        row -> true)
                .isPresent();
    }

    /** Removes the account, and lets its id stand for the other one. */
    void redirect(long id, long survivor, MergedNames names, Instant now) {
        database.run(SqlFragment.of("delete from customer where id = ?", id));
        database.run(SqlFragment.of(
                "insert into merged_customer (id, customer_id, website_id, external_id, email_key, merged_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                survivor,
                names.websiteId(),
                names.externalId(),
                names.emailKey(),
                now));
    }

    /** The id stands for its own account again. */
    void removeRedirect(long id) {
        database.run(SqlFragment.of("delete from merged_customer where id = ?", id));
    }

    /** Leaves of these redirects only the ids. */
    void forgetNames(Collection<Long> ids, boolean keysToo) {
        database.run(SqlFragment.of(
                "update merged_customer set email_key = null" + (keysToo ? ", external_id = null" : "")
                        + " where id = any (?)",
                (Object) ids.stream().mapToLong(Long::longValue).toArray()));
    }

    /**
     * An account that was merged into another one.
     *
     * @param emailKey its folded address, as far as that is kept
     */
    record Redirect(long id, long survivor, Optional<String> emailKey) {}

    /** The accounts that were merged into the accounts. */
    List<Redirect> into(Collection<Long> survivors) {
        return database.list(
                SqlFragment.of(
                        "select id, customer_id, email_key from merged_customer where customer_id = any (?) order by id",
                        (Object) survivors.stream().mapToLong(Long::longValue).toArray()),
                row -> new Redirect(row.getLong(1), row.getLong(2), Optional.ofNullable(row.getString(3))));
    }

    /** The merged accounts that have the address. */
    List<Long> withAddress(String emailKey) {
        return database.list(
                SqlFragment.of("select id from merged_customer where email_key = ?", emailKey), row -> row.getLong(1));
    }
}
