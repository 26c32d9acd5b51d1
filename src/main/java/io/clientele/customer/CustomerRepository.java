package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressRow;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queries over {@code customer}. */
@ApplicationScoped
class CustomerRepository implements PanacheRepository<CustomerEntity> {

    private final Database database;
    private final TransactionSynchronizationRegistry transactions;
    private final CustomerRows rows;
    private final String withAddresses;

    @Inject
    CustomerRepository(Database database, TransactionSynchronizationRegistry transactions, CustomerRows rows) {
        this.database = database;
        this.transactions = transactions;
        this.rows = rows;
        this.withAddresses = "select " + rows.columns() + ", " + AddressRow.COLUMNS
                + " from customer c left join customer_address a on a.customer_id = c.id";
    }

    /** The customer with its addresses: one statement. */
    Optional<Customer> customer(long id) {
        List<Address> book = new ArrayList<>();
        List<Customer> found = new ArrayList<>(1);
        database.list(SqlFragment.of(withAddresses + " where c.id = ? order by a.id", id), row -> {
            if (found.isEmpty()) {
                found.add(rows.read(row));
            }
            return rows.hasAddress(row) && book.add(rows.address(row));
        });
        return found.stream().findFirst().map(customer -> customer.with(book));
    }

    /**
     * The account that an e-mail address opens on a website: its own, or a shared one. The database says which, so it is
     * right even where this instance has not heard yet that the sharing has been switched.
     */
    Optional<Account> account(int websiteId, String email) {
        String key = Fold.key(email);
        String columns = "select c.id, c.website_id, c.group_id, c.confirmation, c.is_active from customer c";
        return database.first(
                SqlFragment.of(columns + " where c.account_scope = ? and c.email_key = ?", websiteId, key)
                        .then("union all")
                        .then(columns + " join shared_email s on s.customer_id = c.id where s.email_key = ?", key)
                        .then("limit 1"),
                row -> new Account(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4), row.getBoolean(5)));
    }

    /** Keeps the account active until the transaction ends; false when it is not, or gone. */
    boolean holdActive(long id) {
        return database.first(
                        SqlFragment.of("select is_active from customer where id = ? for share", id),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Lets nobody else write the account until the transaction ends; false when it is gone. */
    boolean lock(long id) {
        return any(SqlFragment.of("select 1 from customer where id = ? for update", id));
    }

    /** Takes away what is still to be confirmed. */
    void confirm(long id, Instant now) {
        database.run(SqlFragment.of("update customer set confirmation = null, updated_at = ? where id = ?", now, id));
    }

    void verifyEmail(long id, Instant now) {
        database.run(SqlFragment.of("update customer set email_verified_at = ? where id = ?", now, id));
    }

    void setActive(long id, boolean active, Instant now) {
        database.run(SqlFragment.of("update customer set is_active = ?, updated_at = ? where id = ?", active, now, id));
    }

    /** The VAT number by which the customer's group was last decided, or empty. */
    Optional<String> vatBasis(long id) {
        return database.first(
                SqlFragment.of("select coalesce(vat_basis, '') from customer where id = ?", id),
                row -> row.getString(1));
    }

    /** The e-mail address of the customer with the id, or empty. */
    Optional<String> emailOf(long id) {
        return database.first(SqlFragment.of("select email from customer where id = ?", id), row -> row.getString(1));
    }

    /** The id of the customer with the caller's own key, or empty. */
    Optional<Long> idOf(int websiteId, String externalId) {
        return database.first(
                SqlFragment.of(
                        "select id from customer where website_id = ? and external_id = ?", websiteId, externalId),
                row -> row.getLong(1));
    }

    /** The ids of the website's customers with one of the callers' own keys, by that key. */
    Map<String, Long> idsByExternalId(int websiteId, Collection<String> externalIds) {
        return ids("external_id", "website_id", websiteId, externalIds);
    }

    /** The ids of the accounts with one of the e-mail addresses, by the address's key: the website's and shared ones. */
    Map<String, Long> idsByEmail(int websiteId, Collection<String> emailKeys) {
        Map<String, Long> found = ids("email_key", "account_scope", websiteId, emailKeys);
        database.list(
                SqlFragment.of("select email_key, customer_id from shared_email where email_key = any(?)", (Object)
                        emailKeys.toArray(String[]::new)),
                row -> found.put(row.getString(1), row.getLong(2)));
        return found;
    }

    private Map<String, Long> ids(String key, String within, int withinId, Collection<String> keys) {
        Map<String, Long> found = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select " + key + ", id from customer where " + within + " = ? and " + key + " = any(?)",
                        withinId,
                        keys.toArray(String[]::new)),
                row -> found.put(row.getString(1), row.getLong(2)));
        return found;
    }

    /** Lets many write accounts at a time, but nobody while the sharing of accounts is being switched. */
    void lockSharing() {
        if (transactions.getResource(this) == null) {
            database.list(
                    SqlFragment.of("select pg_advisory_xact_lock_shared(hashtextextended('account_share', 0))"),
                    row -> 0);
            // It is held until the transaction ends, however much that writes.
            transactions.putResource(this, true);
        }
    }

    /** Lets nobody else write accounts until the transaction ends. */
    void lockSharingAlone() {
        database.list(SqlFragment.of("select pg_advisory_xact_lock(hashtextextended('account_share', 0))"), row -> 0);
    }

    /** Lets one transaction at a time write the customer with that key; ends with the transaction. */
    void lockExternalId(int websiteId, String externalId) {
        database.list(
                SqlFragment.of(
                        "select pg_advisory_xact_lock(hashtextextended('customer_external_id ' || ?, ?))",
                        externalId,
                        (long) websiteId),
                row -> 0);
    }

    /** Whether a customer belongs to the website. */
    boolean anyInWebsite(int websiteId) {
        return any(SqlFragment.of("select 1 from customer where website_id = ? limit 1", websiteId));
    }

    /** Whether a customer belongs to the store view. */
    boolean anyInView(int storeId) {
        return any(SqlFragment.of("select 1 from customer where store_id = ? limit 1", storeId));
    }

    /** Whether a customer belongs to a store view of the group. */
    boolean anyInStoreGroup(int groupId) {
        return any(SqlFragment.of(
                "select 1 from customer where store_id in (select id from store_view where store_group_id = ?) limit 1",
                groupId));
    }

    private boolean any(SqlFragment query) {
        return database.first(query, row -> true).isPresent();
    }

    /** Writes the row and what is pending, so that a broken rule of the database is told apart here. */
    void write(CustomerEntity row) {
        boolean isNew = row.id == null;
        try {
            persist(row);
            flush();
        } catch (PersistenceException e) {
            throw refused(e, row, isNew);
        }
    }

    /** What the broken rule of the database means; the failure itself when it is none. */
    static RuntimeException refused(RuntimeException e, CustomerEntity row, boolean isNew) {
        return switch (DatabaseFailure.violatedConstraint(e)) {
            case "customer_email_key_uq" ->
                isNew ? CustomerRefusals.emailTakenAlready() : CustomerRefusals.emailTaken();
            case "customer_external_id_uq" -> CustomerRefusals.externalIdTaken();
            case "customer_group_id_fk" -> CustomerRefusals.noSuchGroup();
            case "customer_website_id_fk" -> Refusals.noSuchEntity("websiteId", row.websiteId);
            case "customer_store_id_fk" -> Refusals.noSuchEntity("storeId", row.storeId);
            default -> e;
        };
    }
}
