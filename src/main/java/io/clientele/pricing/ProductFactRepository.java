package io.clientele.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements about products and their prices for all websites. */
@ApplicationScoped
class ProductFactRepository {

    private static final String SELECT = """
            select f.sku_key, f.sku, f.type_id, f.name, coalesce(f.tax_class_id, 0), f.is_qty_decimal, f.attributes,
                f.category_ids, f.website_ids, p.price, p.special_price, p.special_from, p.special_to, p.cost, f.attribute_set_id
            from product_fact f left join product_price p on p.product_id = f.product_id and p.website_id = 0""";

    /** In the order of their keys, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select product_id, sku, sku_key, type_id, is_qty_decimal from product_fact
            where sku_key = any (?) order by sku_key for no key update""";

    private static final String WRITE = """
            insert into product_fact (sku, sku_key, type_id, name, tax_class_id, is_qty_decimal, attributes, category_ids,
                website_ids, attribute_set_id, created_at, updated_at)
            select sku, sku_key, type_id, name, nullif(tax_class_id, 0), is_qty_decimal, attributes,
                category_ids::integer[], website_ids::integer[], attribute_set_id, ?, ?
            from unnest(?, ?, ?, ?, ?::integer[], ?::boolean[], ?::jsonb[], ?, ?, ?::integer[])
                as n (sku, sku_key, type_id, name, tax_class_id, is_qty_decimal, attributes, category_ids, website_ids,
                    attribute_set_id)
            order by sku_key
            on conflict (sku_key) do update set type_id = excluded.type_id, name = excluded.name,
                tax_class_id = excluded.tax_class_id, is_qty_decimal = excluded.is_qty_decimal,
                attributes = excluded.attributes, category_ids = excluded.category_ids,
                website_ids = excluded.website_ids, attribute_set_id = excluded.attribute_set_id,
                updated_at = excluded.updated_at
            returning sku_key, product_id""";

    private static final String WRITE_PRICES = """
            insert into product_price (product_id, website_id, price, special_price, special_from, special_to, cost)
            select product_id, 0, price, special_price, special_from, special_to, cost
            from unnest(?, ?::numeric[], ?::numeric[], ?::timestamptz[], ?::timestamptz[], ?::numeric[])
                as n (product_id, price, special_price, special_from, special_to, cost)
            on conflict (product_id, website_id) do update set price = excluded.price,
                special_price = excluded.special_price, special_from = excluded.special_from,
                special_to = excluded.special_to, cost = excluded.cost""";

    private static final String LEAVE_WEBSITE = """
            update product_fact f set website_ids = array_remove(f.website_ids, ?::integer)
            from (
                select product_id from product_fact where website_ids @> array [?::integer]
                order by sku_key for no key update
            ) l
            where f.product_id = l.product_id""";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Database database;

    @Inject
    ProductFactRepository(Database database) {
        this.database = database;
    }

    Optional<ProductFact> fact(String sku) {
        return database.first(
                SqlFragment.of(SELECT + " where f.sku_key = ?", Fold.key(sku)), ProductFactRepository::read);
    }

    /** The facts by key, of products that are locked. */
    Map<String, ProductFact> facts(Collection<String> keys) {
        Map<String, ProductFact> facts = new HashMap<>();
        database.list(
                SqlFragment.of(SELECT + " where f.sku_key = any (?)", (Object) keys.toArray(String[]::new)), row -> {
                    facts.put(row.getString(1), read(row));
                    return true;
                });
        return facts;
    }

    /** The products with the keys, by key; until the transaction ends nobody else changes them or their prices. */
    Map<String, Product> lock(Collection<String> keys) {
        Map<String, Product> products = new LinkedHashMap<>();
        database.list(SqlFragment.of(LOCK, (Object) keys.toArray(String[]::new)), row -> {
            products.put(
                    row.getString(3),
                    new Product(row.getLong(1), row.getString(2), row.getString(4), row.getBoolean(5)));
            return true;
        });
        return products;
    }

    /** Writes facts and prices as they are to be. The skus differ by their keys. */
    void write(List<ProductFact> facts, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        database.list(
                SqlFragment.of(
                        WRITE,
                        now,
                        now,
                        Columns.texts(facts, ProductFact::sku),
                        Columns.texts(facts, fact -> Fold.key(fact.sku())),
                        Columns.texts(facts, ProductFact::typeId),
                        Columns.texts(facts, ProductFact::name),
                        Columns.texts(facts, fact -> Integer.toString(fact.taxClassId())),
                        Columns.texts(facts, fact -> Boolean.toString(fact.qtyDecimal())),
                        Columns.texts(facts, fact -> fact.attributes().toString()),
                        Columns.texts(facts, fact -> list(fact.categoryIds())),
                        Columns.texts(facts, fact -> list(fact.websiteIds())),
                        Columns.texts(facts, ProductFact::attributeSetId)),
                row -> ids.put(row.getString(1), row.getLong(2)));
        database.run(SqlFragment.of(
                WRITE_PRICES,
                facts.stream()
                        .mapToLong(fact -> ids.getOrDefault(Fold.key(fact.sku()), 0L))
                        .toArray(),
                Columns.texts(facts, ProductFact::price),
                Columns.texts(facts, ProductFact::specialPrice),
                Columns.texts(facts, ProductFact::specialFrom),
                Columns.texts(facts, ProductFact::specialTo),
                Columns.texts(facts, ProductFact::cost)));
    }

    boolean delete(String sku) {
        return database.run(SqlFragment.of("delete from product_fact where sku_key = ?", Fold.key(sku))) > 0;
    }

    boolean usesTaxClass(int taxClassId) {
        return database.first(
                        SqlFragment.of("select 1 from product_fact where tax_class_id = ? limit 1", taxClassId),
                        row -> true)
                .isPresent();
    }

    /** Takes the website out of all products, which are locked in the order of their keys as {@link #lock} does it. */
    void leaveWebsite(int websiteId) {
        database.run(SqlFragment.of(LEAVE_WEBSITE, websiteId, websiteId));
    }

    private static String list(List<Integer> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }

    private static ProductFact read(ResultSet row) throws SQLException {
        return new ProductFact(
                row.getString(2),
                row.getString(3),
                row.getObject(15, Integer.class),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                attributes(row.getString(7)),
                ids(row.getArray(8)),
                ids(row.getArray(9)),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                Moments.of(row, 12),
                Moments.of(row, 13),
                row.getBigDecimal(14));
    }

    private static List<Integer> ids(Array array) throws SQLException {
        return new ArrayList<>(List.of((Integer[]) array.getArray()));
    }

    private static ObjectNode attributes(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL holds an object", e);
        }
    }
}
