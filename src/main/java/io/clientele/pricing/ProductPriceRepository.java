package io.clientele.pricing;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements about base prices, special prices and costs. Products that are written to are locked. */
@ApplicationScoped
class ProductPriceRepository {

    private static final String FIND = """
            select f.sku, p.website_id, p.price, p.special_price, p.special_from, p.special_to, p.cost
            from product_fact f join product_price p on p.product_id = f.product_id
            where f.sku_key = any (?) order by f.sku_key, p.website_id""";

    private static final String SET = """
            insert into product_price (product_id, website_id, %1$s)
            select product_id, website_id, amount
            from unnest(?, ?::integer[], ?::numeric[]) as n (product_id, website_id, amount)
            on conflict (product_id, website_id) do update set %1$s = excluded.%1$s""";
    private static final String SET_PRICES = SET.formatted("price");
    private static final String SET_COSTS = SET.formatted("cost");
    private static final String SET_SPECIAL_PRICES = """
            insert into product_price (product_id, website_id, special_price, special_from, special_to)
            select product_id, website_id, amount, starts, ends
            from unnest(?, ?::integer[], ?::numeric[], ?::timestamptz[], ?::timestamptz[])
                as n (product_id, website_id, amount, starts, ends)
            on conflict (product_id, website_id) do update set special_price = excluded.special_price,
                special_from = excluded.special_from, special_to = excluded.special_to""";

    private static final String CLEAR_SPECIAL_PRICES = """
            update product_price p set special_price = null, special_from = null, special_to = null
            from unnest(?, ?::integer[], ?::numeric[], ?::timestamptz[], ?::timestamptz[])
                as n (product_id, website_id, amount, starts, ends)
            where p.product_id = n.product_id and p.website_id = n.website_id
                and (n.amount is null or p.special_price = n.amount)
                and (n.starts is null or p.special_from = n.starts)
                and (n.ends is null or p.special_to = n.ends)""";

    private static final String CLEAR_COSTS = """
            update product_price p set cost = null from product_fact f
            where f.product_id = p.product_id and f.sku_key = any (?) and p.cost is not null""";

    private static final String TOUCH = "update product_fact set updated_at = ? where product_id = any (?)";

    private final Database database;

    @Inject
    ProductPriceRepository(Database database) {
        this.database = database;
    }

    /** A product and a website; 0 for all of them. */
    record Place(long productId, int websiteId) {}

    /** A special price to be set; without an amount where any is meant. */
    record Special(
            @Nullable BigDecimal amount,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The prices of the products by key, in the order of the keys and websites. */
    List<ProductPrice> find(Collection<String> skuKeys) {
        return database.list(
                SqlFragment.of(FIND, (Object) skuKeys.toArray(String[]::new)),
                row -> new ProductPrice(
                        row.getString(1),
                        row.getInt(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        Moments.of(row, 5),
                        Moments.of(row, 6),
                        row.getBigDecimal(7)));
    }

    void setPrices(Map<Place, BigDecimal> prices) {
        database.run(statement(SET_PRICES, List.copyOf(prices.entrySet()), Map.Entry::getValue));
    }

    void setCosts(Map<Place, BigDecimal> costs) {
        database.run(statement(SET_COSTS, List.copyOf(costs.entrySet()), Map.Entry::getValue));
    }

    void setSpecialPrices(Map<Place, Special> prices) {
        database.run(special(SET_SPECIAL_PRICES, prices));
    }

    /** Takes away special prices that are as they are named. */
    void clearSpecialPrices(Map<Place, Special> prices) {
        database.run(special(CLEAR_SPECIAL_PRICES, prices));
    }

    void clearCosts(Collection<String> skuKeys) {
        database.run(SqlFragment.of(CLEAR_COSTS, (Object) skuKeys.toArray(String[]::new)));
    }

    void touch(Collection<Place> places, Instant now) {
        database.run(SqlFragment.of(
                TOUCH,
                now,
                places.stream().mapToLong(Place::productId).distinct().toArray()));
    }

    private static SqlFragment special(String statement, Map<Place, Special> prices) {
        return statement(
                statement,
                List.copyOf(prices.entrySet()),
                each -> each.getValue().amount(),
                each -> each.getValue().from(),
                each -> each.getValue().to());
    }

    @SafeVarargs
    private static <T> SqlFragment statement(
            String text,
            List<Map.Entry<Place, T>> entries,
            Function<Map.Entry<Place, T>, ? extends @Nullable Object>... values) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(
                entries.stream().mapToLong(each -> each.getKey().productId()).toArray());
        arguments.add(Columns.texts(entries, each -> each.getKey().websiteId()));
        for (Function<Map.Entry<Place, T>, ? extends @Nullable Object> value : values) {
            arguments.add(Columns.texts(entries, value));
        }
        return new SqlFragment(text, arguments);
    }
}
