package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressRow;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.ReadableAttributes;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a customer is read from a row, with what the features further right add to it. */
@ApplicationScoped
class CustomerRows {

    /** Until when wrong passwords have locked the account. */
    static final String LOCKED_UNTIL =
            "(select k.locked_until from credential k where k.subject_type = 3 and k.subject_id = c.id)";

    private static final String OWN = "c.id, c.website_id, c.store_id, c.group_id, c.email, c.firstname, c.lastname,"
            + " c.middlename, c.prefix, c.suffix, c.dob, c.gender, c.taxvat, c.confirmation, c.created_in,"
            + " c.disable_auto_group_change, c.external_id, c.attributes, c.created_at, c.updated_at, "
            + LOCKED_UNTIL + ", c.is_active, c.email_verified_at";
    private static final int OWN_COLUMNS = 23;

    private final ReadableAttributes attributes;
    private final List<CustomerExtension.Field> fields = new ArrayList<>();
    private final String columns;

    @Inject
    CustomerRows(ReadableAttributes attributes, @All List<CustomerExtension> extensions) {
        this.attributes = attributes;
        StringBuilder all = new StringBuilder(OWN);
        for (CustomerExtension extension : extensions) {
            fields.addAll(extension.fields());
        }
        fields.forEach(field -> all.append(", ").append(field.sql()));
        columns = all.toString();
    }

    /** The columns over {@code customer c}, in the order {@link #read} expects them. */
    String columns() {
        return columns;
    }

    /** A customer without its addresses. */
    Customer read(ResultSet row) throws SQLException {
        int gender = row.getInt(12);
        Integer known = row.wasNull() ? null : gender;
        OffsetDateTime locked = row.getObject(21, OffsetDateTime.class);
        OffsetDateTime verified = row.getObject(23, OffsetDateTime.class);
        return new Customer(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                known,
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getBoolean(16),
                row.getString(17),
                AttributeSet.read(attributes.of(AttributeOwner.CUSTOMER), row.getString(18)),
                row.getObject(19, OffsetDateTime.class).toInstant(),
                row.getObject(20, OffsetDateTime.class).toInstant(),
                locked == null ? null : locked.toInstant(),
                row.getBoolean(22),
                verified == null ? null : verified.toInstant(),
                List.of(),
                extensions(row));
    }

    private Map<String, Object> extensions(ResultSet row) throws SQLException {
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        int column = OWN_COLUMNS;
        for (CustomerExtension.Field field : fields) {
            values.put(field.name(), row.getObject(++column));
        }
        return values;
    }

    /** The address joined to the row; call it only where there is one. */
    Address address(ResultSet row) throws SQLException {
        return AddressRow.read(row, OWN_COLUMNS + fields.size(), attributes.of(AttributeOwner.CUSTOMER_ADDRESS));
    }

    /** Whether the row has an address joined to it. */
    boolean hasAddress(ResultSet row) throws SQLException {
        return row.getObject(OWN_COLUMNS + fields.size() + 1) != null;
    }
}
