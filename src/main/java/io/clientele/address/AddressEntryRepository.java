package io.clientele.address;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that stores many new addresses. */
@ApplicationScoped
class AddressEntryRepository {

    private static final Columns<AddressEntity> COLUMNS = new Columns<AddressEntity>()
            .with("customer_id", "bigint", row -> row.customerId)
            .with("website_id", "integer", row -> row.websiteId)
            .with("firstname", "text", row -> row.firstname)
            .with("lastname", "text", row -> row.lastname)
            .with("middlename", "text", row -> row.middlename)
            .with("prefix", "text", row -> row.prefix)
            .with("suffix", "text", row -> row.suffix)
            .with("company", "text", row -> row.company)
            .with("street", "text[]", row -> array(row.street))
            .with("city", "text", row -> row.city)
            .with("postcode", "text", row -> row.postcode)
            .with("country_id", "text", row -> row.countryId)
            .with("region_id", "integer", row -> row.regionId)
            .with("region", "text", row -> row.region)
            .with("region_code", "text", row -> row.regionCode)
            .with("telephone", "text", row -> row.telephone)
            .with("fax", "text", row -> row.fax)
            .with("vat_id", "text", row -> row.vatId)
            .with("is_default_billing", "boolean", row -> row.defaultBilling)
            .with("is_default_shipping", "boolean", row -> row.defaultShipping)
            .with("attributes", "jsonb", row -> row.attributes)
            .with("external_id", "text", row -> row.externalId)
            .with("created_at", "timestamptz", row -> row.createdAt)
            .with("updated_at", "timestamptz", row -> row.updatedAt);

    private final Database database;

    @Inject
    AddressEntryRepository(Database database) {
        this.database = database;
    }

    /** Stores them in their order, which is that of their ids. */
    void insert(List<AddressEntity> rows) {
        try {
            database.run(SqlFragment.of("insert into customer_address (" + COLUMNS.names() + ") select "
                            + COLUMNS.values() + " from")
                    .then(COLUMNS.of(rows)));
        } catch (DatabaseFailure e) {
            throw AddressRepository.refused(e);
        }
    }

    /** An array as PostgreSQL reads it from a text. */
    private static String array(List<String> lines) {
        return lines.stream()
                .map(line -> '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
