package io.clientele.activity;

import io.clientele.activity.OrderReport.Line;
import io.clientele.activity.OrderReport.Statement;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements about orders and their lines. */
@ApplicationScoped
class OrderRepository {

    /** In the order of their ids, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select id, external_id, website_id, customer_id, email_key, currency, base_rate, grand_total,
                coalesce(stated_at, changed_at), status, coalesce(status_at, changed_at), refunded, refunded_at
            from sales_order where external_id = any (?) order by external_id for no key update""";

    private static final Columns<OrderState> BECOME = new Columns<OrderState>()
            .with("status", "text", OrderState::status)
            .with("cancelled", "boolean", OrderState::isCancelled)
            .with("status_at", "timestamptz", OrderState::statusAt)
            .with("refunded", "numeric", OrderState::refunded)
            .with("refunded_at", "timestamptz", OrderState::refundedAt)
            .with("base_total", "numeric", OrderState::baseTotal)
            .with("changed_at", "timestamptz", OrderState::changedAt);

    private static final Columns<OrderState> STATED = new Columns<OrderState>()
            .with("customer_id", "bigint", order -> order.customerId)
            .with("email", "text", of(report -> report.person().email()))
            .with("email_key", "text", OrderState::emailKey)
            .with("placed_at", "timestamptz", of(Statement::placedAt))
            .with("currency", "text", of(Statement::currency))
            .with("subtotal", "numeric", of(report -> report.amounts().subtotal()))
            .with("tax", "numeric", of(report -> report.amounts().tax()))
            .with("shipping", "numeric", of(report -> report.amounts().shipping()))
            .with("discount", "numeric", of(report -> report.amounts().discount()))
            .with("grand_total", "numeric", of(report -> report.amounts().grandTotal()))
            .with("total_qty", "numeric", of(Statement::totalQty))
            .with("coupon_code", "text", of(Statement::couponCode))
            .with("billing_address", "jsonb", of(Statement::billingAddress))
            .with("shipping_address", "jsonb", of(Statement::shippingAddress))
            .with("stated_at", "timestamptz", OrderState::statedAt)
            .with("base_rate", "numeric", OrderState::baseRate)
            .and(BECOME);

    private static final Columns<OrderState> NEW = new Columns<OrderState>()
            .with("external_id", "text", order -> order.externalId)
            .with("website_id", "integer", order -> order.websiteId)
            .and(STATED);

    private static final Columns<OrderLine> LINES = new Columns<OrderLine>()
            .with("order_id", "bigint", OrderLine::orderId)
            .with("line", "integer", OrderLine::number)
            .with("sku", "text", each -> each.line().sku())
            .with("sku_key", "text", each -> Fold.key(each.line().sku()))
            .with("name", "text", each -> each.line().name())
            .with("qty", "numeric", each -> each.line().qty())
            .with("unit_price", "numeric", each -> each.line().unitPrice())
            .with("row_total", "numeric", each -> each.line().rowTotal())
            .with("category_ids", "integer[]", each -> array(each.line().categoryIds()));

    private static final String INSERT =
            "insert into sales_order (" + NEW.names() + ", received_at) select " + NEW.values() + ", ? from";

    /** What a line says already is not written again. */
    private static final String WRITE_LINES =
            "insert into sales_order_line (" + LINES.names() + ") select " + LINES.values() + " from";

    private static final String CHANGE_LINES = """
            on conflict (order_id, line) do update set sku = excluded.sku, sku_key = excluded.sku_key,
                name = excluded.name, qty = excluded.qty, unit_price = excluded.unit_price,
                row_total = excluded.row_total, category_ids = excluded.category_ids
            where (sales_order_line.sku, sales_order_line.name, sales_order_line.qty, sales_order_line.unit_price,
                sales_order_line.row_total, sales_order_line.category_ids)
                is distinct from (excluded.sku, excluded.name, excluded.qty, excluded.unit_price, excluded.row_total,
                excluded.category_ids)""";
    private static final String CUT_LINES = """
            delete from sales_order_line l using unnest(?, ?::integer[]) as n (order_id, lines)
            where l.order_id = n.order_id and l.line > n.lines""";

    /** Guests' orders are claimed in the same order in which they are locked elsewhere. */
    private static final String CLAIM = """
            with mine as (select id from sales_order where email_key = ? and customer_id is null
                and website_id = any (?::integer[]) order by external_id for no key update)
            update sales_order o set customer_id = ? from mine where o.id = mine.id""";

    private final Database database;

    @Inject
    OrderRepository(Database database) {
        this.database = database;
    }

    private record OrderLine(long orderId, int number, Line line) {}

    /** Those of the shop's ids that are orders. */
    List<String> known(Collection<String> externalIds) {
        return database.list(
                SqlFragment.of("select external_id from sales_order where external_id = any (?)", (Object)
                        externalIds.toArray(String[]::new)),
                row -> row.getString(1));
    }

    /** The orders with the shop's ids, which nobody else changes until the transaction ends. */
    List<StoredOrder> lock(Collection<String> externalIds) {
        return database.list(SqlFragment.of(LOCK, (Object) externalIds.toArray(String[]::new)), OrderRepository::read);
    }

    /** Writes new orders with their lines. Somebody else may be faster with one of them, which fails. */
    void insert(List<OrderState> orders, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        database.list(
                SqlFragment.of(INSERT, now)
                        .then(NEW.of(orders))
                        .then("order by n.external_id collate \"C\" returning external_id, id"),
                row -> ids.put(row.getString(1), row.getLong(2)));
        writeLines(orders, order -> Objects.requireNonNull(ids.get(order.externalId)), "");
    }

    /** Writes orders anew that are locked, with their lines. */
    void restate(List<OrderState> orders, Instant now) {
        update(STATED, orders, now);
        writeLines(orders, OrderRepository::id, CHANGE_LINES);
        database.run(SqlFragment.of(
                CUT_LINES,
                orders.stream().mapToLong(OrderRepository::id).toArray(),
                Columns.texts(orders, order -> order.stated().lines().size())));
    }

    /** Writes what has become of orders that are locked. */
    void correct(List<OrderState> orders, Instant now) {
        update(BECOME, orders, now);
    }

    private void update(Columns<OrderState> columns, List<OrderState> orders, Instant now) {
        Columns<OrderState> all = new Columns<OrderState>()
                .with("id", "bigint", order -> order.id)
                .and(columns);
        database.run(SqlFragment.of("update sales_order o set " + columns.assignments() + ", received_at = ? from", now)
                .then(all.of(orders))
                .then("where o.id = n.id::bigint"));
    }

    private void writeLines(List<OrderState> orders, Function<OrderState, Long> id, String otherwise) {
        List<OrderLine> lines = new ArrayList<>();
        for (OrderState order : orders) {
            int number = 0;
            for (Line line : order.stated().lines()) {
                lines.add(new OrderLine(id.apply(order), ++number, line));
            }
        }
        if (!lines.isEmpty()) {
            database.run(SqlFragment.of(WRITE_LINES).then(LINES.of(lines)).then(otherwise));
        }
    }

    /** Gives the guests' orders of the address to the customer. Returns how many there were. */
    int claim(long customerId, String emailKey, List<Integer> websiteIds) {
        return database.run(SqlFragment.of(
                CLAIM, emailKey, websiteIds.stream().map(String::valueOf).toArray(String[]::new), customerId));
    }

    /** Gives the order to the customer, unless somebody else has it. */
    boolean claim(String externalId, long customerId) {
        return database.run(SqlFragment.of(
                        "update sales_order set customer_id = ?"
                                + " where external_id = ? and (customer_id is null or customer_id = ?)",
                        customerId,
                        externalId,
                        customerId))
                > 0;
    }

    private static long id(OrderState order) {
        return Objects.requireNonNull(order.id);
    }

    private static Function<OrderState, @Nullable Object> of(Function<Statement, ? extends @Nullable Object> value) {
        return order -> value.apply(order.stated());
    }

    private static String array(List<Integer> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }

    private static StoredOrder read(ResultSet row) throws SQLException {
        return new StoredOrder(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                Objects.requireNonNull(Moments.of(row, 9)),
                row.getString(10),
                Objects.requireNonNull(Moments.of(row, 11)),
                row.getBigDecimal(12),
                Moments.of(row, 13));
    }
}
