package io.clientele.pricing.quote;

import io.clientele.pricing.PriceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random facts of products and shoppers, from few enough values that rows meet, tie and miss each other. */
final class AnyFacts {

    static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static final List<String> QUANTITIES = List.of("0.5", "1", "1.0000", "2", "3.2", "5", "10", "100");
    private static final List<String> PRICES = List.of(
            "0", "0.005", "8.9955", "9", "9.004", "9.005", "10", "10.000000", "12.345678", "99999999999999.999999");
    private static final List<PriceCurrency> CURRENCIES = List.of(
            new PriceCurrency("USD", BigDecimal.ONE),
            new PriceCurrency("JPY", new BigDecimal("149.123456789012")),
            new PriceCurrency("KWD", new BigDecimal("0.307")),
            new PriceCurrency("EUR", new BigDecimal("0.000000000001")));

    private final Random random;

    AnyFacts(Random random) {
        this.random = random;
    }

    PriceFacts facts() {
        List<TierRow> rows = new ArrayList<>();
        Set<List<Object>> keys = new HashSet<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            TierRow row = row();
            // The table's unique key: no two rows of a product are equal in all of these.
            if (keys.add(List.of(
                    row.websiteId(),
                    String.valueOf(row.groupId()),
                    row.quantity().stripTrailingZeros(),
                    String.valueOf(row.segmentId()),
                    String.valueOf(row.from())))) {
                rows.add(row);
            }
        }
        PriceFacts.Special special = random.nextBoolean() ? null : new PriceFacts.Special(price(), moment(), moment());
        return new PriceFacts(price(), special, rows);
    }

    private TierRow row() {
        boolean fixed = random.nextBoolean();
        return new TierRow(
                random.nextInt(3),
                random.nextInt(3) == 0 ? null : random.nextInt(3),
                quantity(),
                fixed ? PriceType.FIXED : PriceType.DISCOUNT,
                fixed ? price() : BigDecimal.valueOf(random.nextInt(10_001), 2),
                random.nextInt(4) == 0 ? (long) random.nextInt(3) : null,
                moment(),
                moment());
    }

    private @Nullable Instant moment() {
        return random.nextInt(3) > 0 ? null : NOW.plusSeconds(random.nextInt(3) - 1);
    }

    Shopper shopper() {
        return new Shopper(
                Set.of(0, 1 + random.nextInt(2)),
                random.nextInt(5) == 0 ? null : random.nextInt(3),
                random.nextBoolean() ? Set.of() : Set.of((long) random.nextInt(3)),
                NOW);
    }

    PriceCurrency currency() {
        return one(CURRENCIES);
    }

    BigDecimal price() {
        return new BigDecimal(one(PRICES));
    }

    BigDecimal quantity() {
        return new BigDecimal(one(QUANTITIES));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
