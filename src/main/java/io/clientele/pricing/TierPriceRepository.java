package io.clientele.pricing;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements about tier prices. Whoever writes holds the products' rows. */
@ApplicationScoped
class TierPriceRepository {

    private static final String SELECT = """
            select t.tier_price_id, t.product_id, f.sku, t.website_id, t.customer_group_id, t.quantity, t.price_type,
                t.value, t.valid_from, t.valid_to, t.customer_segment_id
            from tier_price t join product_fact f on f.product_id = t.product_id""";

    private static final String ORDER =
            " order by f.sku_key, t.quantity, t.customer_group_id nulls first, t.website_id,"
                    + " t.customer_segment_id nulls first, t.valid_from nulls first";

    private static final String COPY = """
            copy tier_price (product_id, website_id, customer_group_id, quantity, price_type, value, valid_from, valid_to,
                customer_segment_id)
            from stdin""";

    private static final String UPDATE = """
            update tier_price t set price_type = n.price_type, value = n.value, valid_to = n.valid_to
            from unnest(?, ?, ?::numeric[], ?::timestamptz[]) as n (id, price_type, value, valid_to)
            where t.tier_price_id = n.id""";

    private final Database database;

    @Inject
    TierPriceRepository(Database database) {
        this.database = database;
    }

    /** Those of the groups that exist; nobody deletes them before the transaction ends. */
    Set<Integer> holdGroups(Collection<Integer> ids) {
        return held("select id from customer_group where id = any (?) order by id for key share", ids);
    }

    /** Those of the websites that exist; nobody deletes them before the transaction ends. */
    Set<Integer> holdWebsites(Collection<Integer> ids) {
        return held("select id from website where id = any (?) order by id for key share", ids);
    }

    private Set<Integer> held(String statement, Collection<Integer> ids) {
        return new HashSet<>(database.list(
                SqlFragment.of(
                        statement, ids.stream().mapToLong(Integer::longValue).toArray()),
                row -> row.getInt(1)));
    }

    /** All tier prices of the products. */
    List<StoredTierPrice> ofProducts(Collection<Product> products) {
        return database.list(
                SqlFragment.of(SELECT + " where t.product_id = any (?)", ids(products)), TierPriceRepository::read);
    }

    /** The tier prices of the products that have a group and a quantity of those of the prices, and maybe some more. */
    List<StoredTierPrice> beside(Collection<Product> products, List<TierPrice> prices) {
        Set<Integer> groups =
                prices.stream().map(TierPrice::groupId).filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> quantities = prices.stream()
                .map(price -> price.quantity().toPlainString())
                .distinct()
                .toList();
        return database.list(
                SqlFragment.of(
                        SELECT + " where t.product_id = any (?)"
                                + " and (t.customer_group_id is null or t.customer_group_id = any (?))"
                                + " and t.quantity = any (?::numeric[])",
                        ids(products),
                        groups.stream().mapToLong(Integer::longValue).toArray(),
                        quantities.toArray(String[]::new)),
                TierPriceRepository::read);
    }

    /** The tier prices of the products by key, in the order of their keys and quantities. */
    List<StoredTierPrice> ofSkus(Collection<String> skuKeys) {
        return database.list(
                SqlFragment.of(SELECT + " where f.sku_key = any (?)" + ORDER, (Object) skuKeys.toArray(String[]::new)),
                TierPriceRepository::read);
    }

    /** The next tier prices in the order of products, after the one or from the first on. */
    List<StoredTierPrice> after(@Nullable StoredTierPrice last, int most) {
        return database.list(
                SqlFragment.of(
                        SELECT + " where (t.product_id, t.tier_price_id) > (?, ?)"
                                + " order by t.product_id, t.tier_price_id limit ?",
                        last == null ? 0L : last.price().productId(),
                        last == null ? 0L : last.id(),
                        most),
                TierPriceRepository::read);
    }

    /** Whether any price holds for a time only. */
    boolean anyLimited() {
        return database.first(
                        SqlFragment.of("select 1 from tier_price"
                                + " where valid_from is not null or valid_to is not null limit 1"),
                        row -> true)
                .isPresent();
    }

    /** Whether any price is for a segment. */
    boolean anyOfSegment() {
        return database.first(
                        SqlFragment.of("select 1 from tier_price where customer_segment_id is not null limit 1"),
                        row -> true)
                .isPresent();
    }

    void write(TierPriceMerge.Writes writes) {
        delete(writes.deletes());
        if (!writes.updates().isEmpty()) {
            database.run(SqlFragment.of(
                    UPDATE,
                    writes.updates().stream().mapToLong(StoredTierPrice::id).toArray(),
                    Columns.texts(writes.updates(), row -> row.price().type().code()),
                    Columns.texts(writes.updates(), row -> row.price().value()),
                    Columns.texts(writes.updates(), row -> row.price().validTo())));
        }
        if (!writes.inserts().isEmpty()) {
            StringBuilder rows = new StringBuilder(writes.inserts().size() * 48);
            writes.inserts().forEach(price -> append(rows, price));
            database.copy(COPY, rows);
        }
    }

    void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            database.run(SqlFragment.of(
                    "delete from tier_price where tier_price_id = any (?)",
                    ids.stream().mapToLong(Long::longValue).toArray()));
        }
    }

    /** Numbers, moments and names of types: nothing that would have to be escaped. */
    private static void append(StringBuilder rows, TierPrice price) {
        rows.append(price.productId()).append('\t').append(price.websiteId()).append('\t');
        value(rows, price.groupId()).append('\t').append(price.quantity().toPlainString());
        rows.append('\t')
                .append(price.type().code())
                .append('\t')
                .append(price.value().toPlainString());
        value(rows.append('\t'), price.validFrom());
        value(rows.append('\t'), price.validTo());
        value(rows.append('\t'), price.segmentId()).append('\n');
    }

    private static StringBuilder value(StringBuilder rows, @Nullable Object value) {
        return rows.append(value == null ? "\\N" : value);
    }

    private static long[] ids(Collection<Product> products) {
        return products.stream().mapToLong(Product::id).toArray();
    }

    private static StoredTierPrice read(ResultSet row) throws SQLException {
        Integer group = row.getObject(5, Integer.class);
        TierPrice price = new TierPrice(
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                group,
                row.getObject(11, Long.class),
                row.getBigDecimal(6),
                PriceType.valueOf(row.getString(7).toUpperCase(java.util.Locale.ROOT)),
                row.getBigDecimal(8),
                Moments.of(row, 9),
                Moments.of(row, 10));
        return new StoredTierPrice(row.getLong(1), price);
    }
}
