package io.clientele.address;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ReadableAttributes;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;

/** The queries over {@code customer_address}. */
@ApplicationScoped
class AddressRepository implements PanacheRepository<AddressEntity> {

    private static final SqlFragment SELECT =
            SqlFragment.of("select " + AddressRow.COLUMNS + " from customer_address a");

    private final Database database;
    private final ReadableAttributes attributes;

    @Inject
    AddressRepository(Database database, ReadableAttributes attributes) {
        this.database = database;
        this.attributes = attributes;
    }

    private List<Attribute> defined() {
        return attributes.of(AttributeOwner.CUSTOMER_ADDRESS);
    }

    Optional<Address> address(long id) {
        return database.first(SELECT.then("where a.id = ?", id), row -> AddressRow.read(row, 0, defined()));
    }

    /** The addresses of the customers, by customer and then in the order they were made. */
    List<Address> ofCustomers(long[] customerIds) {
        return database.list(
                SELECT.then("where a.customer_id = any(?) order by a.customer_id, a.id", customerIds),
                row -> AddressRow.read(row, 0, defined()));
    }

    List<AddressEntity> book(long customerId) {
        return list("customerId = ?1 order by id", customerId);
    }

    /** Lets one transaction at a time change a book; ends with the transaction. */
    void lock(long customerId) {
        database.list(
                SqlFragment.of("select pg_advisory_xact_lock(hashtextextended('address_book', ?))", customerId),
                row -> 0);
    }

    void move(long customerId, int websiteId) {
        try {
            database.run(SqlFragment.of(
                    "update customer_address set website_id = ? where customer_id = ?", websiteId, customerId));
        } catch (DatabaseFailure e) {
            throw refused(e);
        }
    }

    static RuntimeException refused(RuntimeException e) {
        return DatabaseFailure.violatedConstraint(e).equals("customer_address_external_id_uq")
                ? AddressRefusals.externalIdTaken()
                : e;
    }

    /** Writes the row and what is pending, so that a broken rule of the database is told apart here. */
    void write(AddressEntity row) {
        try {
            persist(row);
            flush();
        } catch (PersistenceException e) {
            throw refused(e);
        }
    }
}
