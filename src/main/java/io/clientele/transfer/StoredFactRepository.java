package io.clientele.transfer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is here of tier prices, orders and balances that files name. */
@ApplicationScoped
class StoredFactRepository {

    private static final String PRICES = """
            select p.sku_key, t.website_id, t.customer_group_id, t.quantity, t.value
            from tier_price t join product_fact p on p.product_id = t.product_id
            where p.sku_key = any(?) and t.customer_segment_id is null""";
    private static final String ORDERS = """
            select o.external_id, o.website_id, o.currency, o.grand_total,
                (select count(*) from sales_order_line l where l.order_id = o.id) as lines
            from sales_order o where o.external_id = any(?)""";

    private static final String BALANCES =
            "select customer_id, website_id, kind, amount from balance where customer_id = any (?)";

    private final Database database;

    @Inject
    StoredFactRepository(Database database) {
        this.database = database;
    }

    /** @param groupId null for all groups */
    record StoredPrice(
            String skuKey, int websiteId, @Nullable Integer groupId, BigDecimal quantity, BigDecimal value) {}

    /** @param kind {@code store_credit} or {@code reward} */
    record BalanceKey(long customerId, int websiteId, String kind) {}

    record StoredOrder(int websiteId, String currency, BigDecimal total, long lines) {}

    /** The tier prices of products, by the keys of their skus. */
    List<StoredPrice> prices(Collection<String> skuKeys) {
        return database.list(
                SqlFragment.of(PRICES, (Object) skuKeys.toArray(String[]::new)),
                row -> new StoredPrice(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, Integer.class),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)));
    }

    /** Orders by their external ids. */
    Map<String, StoredOrder> orders(Collection<String> externalIds) {
        Map<String, StoredOrder> orders = new HashMap<>();
        database.list(
                SqlFragment.of(ORDERS, (Object) externalIds.toArray(String[]::new)),
                row -> orders.put(
                        row.getString(1),
                        new StoredOrder(row.getInt(2), row.getString(3), row.getBigDecimal(4), row.getLong(5))));
        return orders;
    }

    /** What customers have. */
    Map<BalanceKey, BigDecimal> balances(Collection<Long> customerIds) {
        Map<BalanceKey, BigDecimal> balances = new HashMap<>();
        database.list(
                SqlFragment.of(BALANCES, (Object)
                        customerIds.stream().mapToLong(Long::longValue).toArray()),
                row -> balances.put(
                        new BalanceKey(row.getLong(1), row.getInt(2), row.getString(3)), row.getBigDecimal(4)));
        return balances;
    }
}
