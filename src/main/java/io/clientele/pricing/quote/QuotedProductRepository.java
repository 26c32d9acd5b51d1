package io.clientele.pricing.quote;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The query for the prices of products: one statement however many they are. */
@ApplicationScoped
class QuotedProductRepository {

    /**
     * A row for each tier price, or one for a product that has none. Those of the group and of all groups are looked up
     * apart, because together they would read the rows of every group.
     */
    private static final String PRICES = """
            select k.n, f.sku, f.tax_class_id, f.is_qty_decimal, ? = any (f.website_ids),
                coalesce(own.price, every.price),
                case when own.special_price is null then every.special_price else own.special_price end,
                case when own.special_price is null then every.special_from else own.special_from end,
                case when own.special_price is null then every.special_to else own.special_to end,
                t.website_id, t.customer_group_id, t.quantity, t.price_type = 'discount', t.value,
                t.customer_segment_id, t.valid_from, t.valid_to%s
            from unnest(?::text[]) with ordinality as k (sku_key, n)
            join product_fact f on f.sku_key = k.sku_key
            left join product_price own on own.product_id = f.product_id and own.website_id = ?
            left join product_price every on every.product_id = f.product_id and every.website_id = 0
            left join lateral (
                select g.* from tier_price g
                where g.product_id = f.product_id and g.website_id = any (?::integer[]) and g.customer_group_id = ?
                union all
                select a.* from tier_price a
                where a.product_id = f.product_id and a.website_id = any (?::integer[]) and a.customer_group_id is null
            ) t on (t.customer_segment_id is null or t.customer_segment_id = any (?::bigint[]))
                and (? or ((t.valid_from is null or t.valid_from <= ?) and (t.valid_to is null or t.valid_to > ?)))""";

    private static final String FIND = PRICES.formatted("");
    private static final String FIND_NAMED = PRICES.formatted(", f.product_id, f.type_id, f.name");

    private final Database database;

    @Inject
    QuotedProductRepository(Database database) {
        this.database = database;
    }

    /**
     * The products there are, by the folded keys of their SKUs.
     *
     * @param own the website whose base and special price come first
     * @param anyTime whether tier prices count that are not valid at the shopper's moment
     */
    Map<String, QuotedProduct> find(List<String> skuKeys, int websiteId, int own, Shopper shopper, boolean anyTime) {
        return find(FIND, skuKeys, websiteId, own, shopper, anyTime);
    }

    /** The same with their names, for now. */
    Map<String, QuotedProduct> findNamed(List<String> skuKeys, int websiteId, int own, Shopper shopper) {
        return find(FIND_NAMED, skuKeys, websiteId, own, shopper, false);
    }

    private Map<String, QuotedProduct> find(
            String statement, List<String> skuKeys, int websiteId, int own, Shopper shopper, boolean anyTime) {
        String[] keys = skuKeys.toArray(String[]::new);
        long[] websites =
                shopper.websites().stream().mapToLong(Integer::longValue).toArray();
        long[] segments = shopper.segments().stream().mapToLong(Long::longValue).toArray();
        QuotedProductRows rows = new QuotedProductRows(keys, statement.equals(FIND_NAMED));
        database.list(
                SqlFragment.of(
                        statement,
                        websiteId,
                        keys,
                        own,
                        websites,
                        shopper.groupId(),
                        websites,
                        segments,
                        anyTime,
                        shopper.at(),
                        shopper.at()),
                rows::take);
        return rows.products();
    }
}
