package io.clientele.customer;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement that stores many new accounts. */
@ApplicationScoped
class CustomerEntryRepository {

    private static final Columns<CustomerEntity> COLUMNS = new Columns<CustomerEntity>()
            .with("account_scope", "integer", row -> row.accountScope)
            .with("website_id", "integer", row -> row.websiteId)
            .with("store_id", "integer", row -> row.storeId)
            .with("group_id", "integer", row -> row.groupId)
            .with("email", "text", row -> row.email)
            .with("email_key", "text", row -> row.emailKey)
            .with("firstname", "text", row -> row.firstname)
            .with("lastname", "text", row -> row.lastname)
            .with("middlename", "text", row -> row.middlename)
            .with("prefix", "text", row -> row.prefix)
            .with("suffix", "text", row -> row.suffix)
            .with("dob", "date", row -> row.dob)
            .with("gender", "smallint", row -> row.gender)
            .with("taxvat", "text", row -> row.taxvat)
            .with("confirmation", "text", row -> row.confirmation)
            .with("created_in", "text", row -> row.createdIn)
            .with("disable_auto_group_change", "boolean", row -> row.disableAutoGroupChange)
            .with("external_id", "text", row -> row.externalId)
            .with("attributes", "jsonb", row -> row.attributes)
            .with("is_active", "boolean", row -> row.active)
            .with("created_at", "timestamptz", row -> row.createdAt)
            .with("updated_at", "timestamptz", row -> row.updatedAt);

    private final Database database;

    @Inject
    CustomerEntryRepository(Database database) {
        this.database = database;
    }

    /**
     * Stores them in their order, and gives each its id.
     *
     * @param rows none of which has the e-mail address of another one on its website
     */
    void insert(List<CustomerEntity> rows) {
        insert(rows, "");
    }

    /** The same but for those whose e-mail address or external id somebody has already: they stay without an id. */
    void insertFree(List<CustomerEntity> rows) {
        insert(rows, "on conflict do nothing");
    }

    private void insert(List<CustomerEntity> rows, String otherwise) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Long> ids = new HashMap<>();
        try {
            database.list(
                    SqlFragment.of("insert into customer (" + COLUMNS.names() + ") select " + COLUMNS.values()
                                    + " from")
                            .then(COLUMNS.of(rows))
                            .then(otherwise)
                            .then("returning account_scope, email_key, id"),
                    row -> ids.put(key(row.getInt(1), row.getString(2)), row.getLong(3)));
        } catch (DatabaseFailure e) {
            throw CustomerRepository.refused(e, rows.getFirst(), true);
        }
        rows.forEach(row -> row.id = ids.get(key(row.accountScope, row.emailKey)));
    }

    private static String key(int scope, String emailKey) {
        return scope + " " + emailKey;
    }
}
