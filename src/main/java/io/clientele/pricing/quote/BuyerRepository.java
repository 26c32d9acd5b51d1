package io.clientele.pricing.quote;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.tax.TaxPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query for what a customer's prices depend on. */
@ApplicationScoped
class BuyerRepository {

    private static final String FIND = """
            select c.group_id, c.website_id, b.country_id, b.region_id, b.postcode, s.country_id, s.region_id, s.postcode
            from customer c
            left join customer_address b on b.customer_id = c.id and b.is_default_billing
            left join customer_address s on s.customer_id = c.id and s.is_default_shipping
            where c.id = ?""";

    private final Database database;

    @Inject
    BuyerRepository(Database database) {
        this.database = database;
    }

    /** The places are those of the default addresses; null where there is none. */
    record Row(
            int groupId,
            int websiteId,
            @Nullable TaxPlace billing,
            @Nullable TaxPlace shipping) {}

    Optional<Row> find(long customerId) {
        return database.first(
                SqlFragment.of(FIND, customerId),
                row -> new Row(row.getInt(1), row.getInt(2), place(row, 3), place(row, 6)));
    }

    private static @Nullable TaxPlace place(ResultSet row, int column) throws SQLException {
        String country = row.getString(column);
        return country == null
                ? null
                : new TaxPlace(
                        country, row.getInt(column + 1), Objects.requireNonNullElse(row.getString(column + 2), ""));
    }
}
