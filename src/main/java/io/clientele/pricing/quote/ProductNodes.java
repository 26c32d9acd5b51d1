package io.clientele.pricing.quote;

import io.clientele.customer.graphql.Uid;
import io.clientele.shared.Fold;
import io.clientele.shared.ShownTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * Products as GraphQL shows them: what prices are about. All else of a product is the catalogue's and answered empty. The
 * schema has a type for each kind of product.
 */
public final class ProductNodes {

    private ProductNodes() {}

    /** A product of whatever kind. */
    @Name("ProductInterface")
    public interface ProductNode {
        Integer getId();

        @Id
        String getUid();

        String getSku();

        String getName();

        @Name("type_id")
        String getTypeId();

        @Name("price_range")
        PriceNodes.Range getPriceRange();

        @Name("price_tiers")
        List<PriceNodes.Tier> getPriceTiers();

        PriceNodes.OlderPrices getPrice();

        @Name("special_price")
        @Nullable
        Double getSpecialPrice();

        @Name("special_from_date")
        @Nullable
        String getSpecialFromDate();

        @Name("special_to_date")
        @Nullable
        String getSpecialToDate();

        @Name("tier_prices")
        List<PriceNodes.OlderTier> getTierPrices();
    }

    /** What products of all kinds have; not of the interface itself, which would make it a type of the schema. */
    public abstract static class Facts {
        private final PricedProduct product;

        Facts(PricedProduct product) {
            this.product = product;
        }

        public Integer getId() {
            return (int) product.name().id();
        }

        @Id
        public String getUid() {
            return Uid.of(product.name().id());
        }

        public String getSku() {
            return product.sku();
        }

        public String getName() {
            return product.name().name();
        }

        @Name("type_id")
        public String getTypeId() {
            return product.name().typeId();
        }

        @Name("price_range")
        public PriceNodes.Range getPriceRange() {
            return PriceNodes.range(product);
        }

        @Name("price_tiers")
        public List<PriceNodes.Tier> getPriceTiers() {
            return product.best().stream()
                    .map(offer -> PriceNodes.tier(offer, product))
                    .toList();
        }

        public PriceNodes.OlderPrices getPrice() {
            return PriceNodes.older(product);
        }

        @Name("special_price")
        public @Nullable Double getSpecialPrice() {
            return product.special() == null ? null : product.special().doubleValue();
        }

        @Name("special_from_date")
        public @Nullable String getSpecialFromDate() {
            return product.specialFrom() == null ? null : ShownTime.of(product.specialFrom());
        }

        @Name("special_to_date")
        public @Nullable String getSpecialToDate() {
            return product.specialTo() == null ? null : ShownTime.of(product.specialTo());
        }

        @Name("tier_prices")
        public List<PriceNodes.OlderTier> getTierPrices() {
            return product.tiers().stream().map(PriceNodes.OlderTier::of).toList();
        }
    }

    @Name("SimpleProduct")
    public static final class Simple extends Facts implements ProductNode {
        Simple(PricedProduct product) {
            super(product);
        }
    }

    @Name("VirtualProduct")
    public static final class Virtual extends Facts implements ProductNode {
        Virtual(PricedProduct product) {
            super(product);
        }
    }

    @Name("DownloadableProduct")
    public static final class Downloadable extends Facts implements ProductNode {
        Downloadable(PricedProduct product) {
            super(product);
        }
    }

    @Name("BundleProduct")
    public static final class Bundle extends Facts implements ProductNode {
        Bundle(PricedProduct product) {
            super(product);
        }
    }

    @Name("ConfigurableProduct")
    public static final class Configurable extends Facts implements ProductNode {
        Configurable(PricedProduct product) {
            super(product);
        }
    }

    @Name("GroupedProduct")
    public static final class Grouped extends Facts implements ProductNode {
        Grouped(PricedProduct product) {
            super(product);
        }
    }

    @Name("GiftCardProduct")
    public static final class GiftCard extends Facts implements ProductNode {
        GiftCard(PricedProduct product) {
            super(product);
        }
    }

    /** The products in the order of their SKUs, null where there is none; found by folded key. */
    public static List<@Nullable ProductNode> inOrder(List<String> skus, Map<String, PricedProduct> found) {
        return skus.stream()
                .map(sku -> found.get(Fold.key(sku)))
                .map(product -> product == null ? null : of(product))
                .toList();
    }

    /** The product as the kind it is; a kind that the schema has not is shown as a simple one. */
    public static ProductNode of(PricedProduct product) {
        return switch (product.name().typeId()) {
            case "virtual" -> new Virtual(product);
            case "downloadable" -> new Downloadable(product);
            case "bundle" -> new Bundle(product);
            case "configurable" -> new Configurable(product);
            case "grouped" -> new Grouped(product);
            case "giftcard" -> new GiftCard(product);
            default -> new Simple(product);
        };
    }
}
