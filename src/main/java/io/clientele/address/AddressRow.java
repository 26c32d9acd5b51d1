package io.clientele.address;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an address is read from a row: for this feature's queries and for those that join {@code customer_address}. */
public final class AddressRow {

    /** The columns of {@code customer_address a}, in the order {@link #read} expects them. */
    public static final String COLUMNS = "a.id, a.customer_id, a.firstname, a.lastname, a.middlename, a.prefix,"
            + " a.suffix, a.company, a.street, a.city, a.postcode, a.country_id, a.region_id, a.region,"
            + " a.region_code, a.telephone, a.fax, a.vat_id, a.vat_is_valid, a.vat_request_id,"
            + " a.vat_request_date, a.vat_request_success, a.is_default_billing, a.is_default_shipping,"
            + " a.external_id, a.attributes, a.created_at, a.updated_at";

    private AddressRow() {}

    /**
     * Reads the address whose first column is the one after {@code before} others.
     *
     * @param defined the merchant's attributes of addresses
     */
    public static Address read(ResultSet row, int before, List<Attribute> defined) throws SQLException {
        int at = before;
        return new Address(
                row.getLong(++at),
                row.getLong(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                List.of((String[]) row.getArray(++at).getArray()),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getInt(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                row.getString(++at),
                check(row, (at += 4) - 3),
                row.getBoolean(++at),
                row.getBoolean(++at),
                row.getString(++at),
                AttributeSet.read(defined, row.getString(++at)),
                row.getObject(++at, OffsetDateTime.class).toInstant(),
                row.getObject(++at, OffsetDateTime.class).toInstant());
    }

    private static Address.@Nullable VatCheck check(ResultSet row, int first) throws SQLException {
        boolean valid = row.getBoolean(first);
        if (row.wasNull()) {
            return null;
        }
        return new Address.VatCheck(
                valid, row.getString(first + 1), row.getObject(first + 2, LocalDate.class), row.getBoolean(first + 3));
    }
}
