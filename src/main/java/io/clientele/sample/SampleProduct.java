package io.clientele.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.pricing.ProductFactDraft;
import io.clientele.pricing.TierPriceDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product of the sample shop.
 *
 * @param special a price until further notice; null for none
 * @param divisible whether parts of a piece are sold
 */
record SampleProduct(
        String sku, String name, BigDecimal price, @Nullable BigDecimal special, boolean divisible, List<Tier> tiers) {

    /** What one piece costs members of the group from a quantity on; percents off where it is a discount. */
    record Tier(String group, String quantity, String type, String value) {

        static Tier price(String group, String quantity, String value) {
            return new Tier(group, quantity, "fixed", value);
        }

        static Tier discount(String group, String quantity, String percent) {
            return new Tier(group, quantity, "discount", percent);
        }
    }

    private static final String ALL = "ALL GROUPS";
    private static final String WHOLESALE = "Wholesale";
    private static final String RETAILER = "Retailer";

    /** All of them, each in both websites. */
    static List<SampleProduct> all() {
        return List.of(
                of("LAMP-1", "Desk Lamp", "49.90")
                        .with(
                                Tier.price(ALL, "10", "44.90"),
                                Tier.price(WHOLESALE, "1", "39.90"),
                                Tier.price(WHOLESALE, "10", "36.50"),
                                Tier.discount(RETAILER, "5", "15")),
                of("LAMP-2", "Floor Lamp", "129.00").onSale("99.00").with(Tier.price(WHOLESALE, "1", "105.00")),
                of("CHAIR-1", "Office Chair", "289.00")
                        .with(Tier.discount(ALL, "4", "5"), Tier.discount(WHOLESALE, "4", "20")),
                of("DESK-1", "Standing Desk", "549.00").with(Tier.price(RETAILER, "2", "499.00")),
                of("PAPER-1", "Paper, 500 Sheets", "6.49")
                        .with(
                                Tier.price(ALL, "5", "5.99"),
                                Tier.price(ALL, "50", "5.25"),
                                Tier.price(WHOLESALE, "50", "4.10")),
                of("CABLE-1", "Network Cable, by the Metre", "1.20").byLength().with(Tier.price(ALL, "100", "0.95")),
                of("MOUSE-1", "Mouse", "24.50"),
                of("KEYBOARD-1", "Keyboard", "59.00").onSale("49.00"));
    }

    private static SampleProduct of(String sku, String name, String price) {
        return new SampleProduct(sku, name, new BigDecimal(price), null, false, List.of());
    }

    private SampleProduct onSale(String special) {
        return new SampleProduct(sku, name, price, new BigDecimal(special), divisible, tiers);
    }

    private SampleProduct byLength() {
        return new SampleProduct(sku, name, price, special, true, tiers);
    }

    private SampleProduct with(Tier... more) {
        return new SampleProduct(sku, name, price, special, divisible, List.of(more));
    }

    ProductFactDraft draft(List<Integer> websiteIds) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return new ProductFactDraft(
                sku,
                "simple",
                null,
                name,
                null,
                divisible,
                null,
                null,
                websiteIds,
                json.numberNode(price),
                special == null ? null : json.numberNode(special),
                null,
                null,
                null);
    }

    Stream<TierPriceDraft> tierDrafts() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return tiers.stream()
                .map(tier -> new TierPriceDraft(
                        json.textNode(tier.value()),
                        tier.type(),
                        0,
                        sku,
                        tier.group(),
                        json.textNode(tier.quantity()),
                        null));
    }
}
