package io.clientele.activity.history;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads orders: one statement for the pages of however many customers, one for the lines of however many orders. */
@ApplicationScoped
class OrderHistoryRepository {

    private static final String COLUMNS =
            "o.id, o.website_id, o.external_id, o.email, o.status, o.placed_at, o.changed_at,"
                    + " o.currency, o.subtotal, o.tax, o.shipping, o.discount, o.grand_total, o.refunded, o.base_rate,"
                    + " o.coupon_code, o.billing_address, o.shipping_address";

    private static final SearchFields FIELDS = new SearchFields(List.of(
            SearchField.text("number", "o.external_id"),
            SearchField.text("status", "o.status"),
            SearchField.of("grand_total", Type.DECIMAL, "o.grand_total"),
            SearchField.of("order_date", Type.MOMENT, "o.placed_at")));

    private final Database database;

    @Inject
    OrderHistoryRepository(Database database) {
        this.database = database;
    }

    /**
     * A page of the orders of each customer.
     *
     * @param websiteId whose orders count; null for those of all websites
     * @throws io.clientele.shared.Refusal when a filter's value is not of its field's type
     */
    Map<Long, OrderPage> pages(long[] customerIds, @Nullable Integer websiteId, OrderQuery query) {
        SqlFragment theirs = SqlFragment.of("o.customer_id = c.id")
                .then(websiteId == null ? SqlFragment.EMPTY : SqlFragment.of("and o.website_id = ?", websiteId));
        SqlFragment asked = Search.condition(FIELDS, query.criteria());
        SqlFragment wanted =
                asked.text().isEmpty() ? theirs : theirs.then("and").then(asked);
        SqlFragment statement = SqlFragment.of(
                        "select c.id, t.total, f.first_at, " + COLUMNS + " from unnest(?::bigint[]) as c (id)"
                                + " cross join lateral (select count(*) as total from sales_order o where",
                        (Object) customerIds)
                .then(wanted)
                .then(") t cross join lateral (select min(o.placed_at) as first_at from sales_order o where")
                .then(theirs)
                .then(") f left join lateral (select o.* from sales_order o where")
                .then(wanted)
                .then(
                        "order by " + query.order() + " limit ? offset ?) o on true order by c.id, " + query.order(),
                        query.pageSize(),
                        Page.offset(query.pageSize(), query.currentPage()));
        Map<Long, OrderPage> pages = new HashMap<>();
        database.listPlanned(statement, row -> {
            OrderPage page = pages.computeIfAbsent(row.getLong(1), _ -> empty(row, query));
            return row.getObject(4) != null && page.page().items().add(read(row, 3));
        });
        return pages;
    }

    private static OrderPage empty(ResultSet row, OrderQuery query) {
        try {
            OffsetDateTime first = row.getObject(3, OffsetDateTime.class);
            Page<Order> page = new Page<>(new ArrayList<>(), row.getLong(2), query.pageSize(), query.currentPage());
            return new OrderPage(page, first == null ? null : first.toInstant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the orders, each order's in its order. */
    List<OrderLine> lines(long[] orderIds) {
        return database.list(
                SqlFragment.of(
                        "select l.order_id, l.line, l.sku, l.name, l.qty, l.unit_price, l.row_total"
                                + " from sales_order_line l where l.order_id = any (?::bigint[]) order by l.order_id, l.line",
                        (Object) orderIds),
                row -> new OrderLine(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7)));
    }

    /**
     * An order and whose it is.
     *
     * @param customerId null while it is nobody's
     */
    record Owned(Order order, @Nullable Long customerId) {}

    Optional<Owned> find(String number) {
        return database.first(
                SqlFragment.of(
                        "select o.customer_id, " + COLUMNS + " from sales_order o where o.external_id = ?", number),
                row -> new Owned(read(row, 1), row.getObject(1, Long.class)));
    }

    private static Order read(ResultSet row, int before) throws SQLException {
        return new Order(
                row.getLong(before + 1),
                row.getInt(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                row.getString(before + 5),
                moment(row, before + 6),
                moment(row, before + 7),
                row.getString(before + 8),
                new Order.Amounts(
                        row.getBigDecimal(before + 9),
                        row.getBigDecimal(before + 10),
                        row.getBigDecimal(before + 11),
                        row.getBigDecimal(before + 12),
                        row.getBigDecimal(before + 13),
                        row.getBigDecimal(before + 14)),
                row.getBigDecimal(before + 15),
                row.getString(before + 16),
                OrderAddress.read(row.getString(before + 17)),
                OrderAddress.read(row.getString(before + 18)));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
