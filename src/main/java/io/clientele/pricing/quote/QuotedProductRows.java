package io.clientele.pricing.quote;

import io.clientele.pricing.PriceType;
import io.clientele.shared.sql.Moments;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows of products with their tier prices together. What is of the product is read from its first row only. */
final class QuotedProductRows {

    private static final int TIER_WEBSITE = 10;
    private static final int NAME = 18;

    private final String[] keys;
    private final boolean named;
    private final Map<String, QuotedProduct> products = new HashMap<>();
    private final @Nullable List<TierRow>[] tiers;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be made otherwise
    QuotedProductRows(String[] keys, boolean named) {
        this.keys = keys;
        this.named = named;
        this.tiers = new List[keys.length];
    }

    Map<String, QuotedProduct> products() {
        return products;
    }

    /** Returns whether the row began a product. */
    boolean take(ResultSet row) throws SQLException {
        int index = row.getInt(1) - 1;
        List<TierRow> known = tiers[index];
        List<TierRow> all = known == null ? new ArrayList<>() : known;
        if (known == null) {
            tiers[index] = all;
            products.put(keys[index], product(row, all));
        }
        BigDecimal quantity = row.getBigDecimal(TIER_WEBSITE + 2);
        if (quantity != null) {
            all.add(tier(row, quantity));
        }
        return known == null;
    }

    private QuotedProduct product(ResultSet row, List<TierRow> tiers) throws SQLException {
        BigDecimal base = row.getBigDecimal(6);
        BigDecimal special = row.getBigDecimal(7);
        PriceFacts prices = base == null
                ? null
                : new PriceFacts(
                        base,
                        special == null
                                ? null
                                : new PriceFacts.Special(special, Moments.of(row, 8), Moments.of(row, 9)),
                        tiers);
        return new QuotedProduct(
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getBoolean(5),
                prices,
                named ? new ProductName(row.getLong(NAME), row.getString(NAME + 1), row.getString(NAME + 2)) : null);
    }

    private static TierRow tier(ResultSet row, BigDecimal quantity) throws SQLException {
        int group = row.getInt(TIER_WEBSITE + 1);
        Integer groupId = row.wasNull() ? null : group;
        long segment = row.getLong(TIER_WEBSITE + 5);
        Long segmentId = row.wasNull() ? null : segment;
        return new TierRow(
                row.getInt(TIER_WEBSITE),
                groupId,
                quantity,
                row.getBoolean(TIER_WEBSITE + 3) ? PriceType.DISCOUNT : PriceType.FIXED,
                row.getBigDecimal(TIER_WEBSITE + 4),
                segmentId,
                Moments.of(row, TIER_WEBSITE + 6),
                Moments.of(row, TIER_WEBSITE + 7));
    }
}
