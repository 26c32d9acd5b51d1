package io.clientele.pricing.quote;

import io.clientele.group.Group;
import io.clientele.pricing.PriceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** The prices of a product as GraphQL shows them. */
public final class PriceNodes {

    private PriceNodes() {}

    /** The least and the most a product costs: the same where it has no options. */
    @Name("PriceRange")
    public record Range(
            @Name("minimum_price") Price minimumPrice,
            @Name("maximum_price") Price maximumPrice) {}

    /** What it would cost, what it costs, and the difference. */
    @Name("ProductPrice")
    public record Price(
            @Name("regular_price") MoneyNode regularPrice,
            @Name("final_price") MoneyNode finalPrice,
            Discount discount) {}

    /** How much less than the regular price; nothing where it is no less. */
    @Name("ProductDiscount")
    public record Discount(
            @Name("amount_off") Double amountOff,
            @Name("percent_off") Double percentOff) {

        /** The percents are those that were entered, where they were: worked out from rounded prices they would be others. */
        static Discount of(BigDecimal regular, Offer offer) {
            BigDecimal off = regular.subtract(offer.unitPrice()).max(BigDecimal.ZERO);
            TierRow row = offer.row();
            BigDecimal percent = row != null && row.kind() == PriceType.DISCOUNT ? row.value() : share(off, regular);
            return new Discount(off.doubleValue(), percent.doubleValue());
        }

        private static BigDecimal share(BigDecimal off, BigDecimal regular) {
            return regular.signum() == 0
                    ? BigDecimal.ZERO
                    : off.multiply(PriceFacts.HUNDRED).divide(regular, 2, RoundingMode.HALF_UP);
        }
    }

    /** What one piece costs from a quantity on. */
    @Name("TierPrice")
    public record Tier(Double quantity, @Name("final_price") MoneyNode finalPrice, Discount discount) {}

    /** The same in the form of older clients. */
    @Name("ProductTierPrices")
    public record OlderTier(
            @Name("customer_group_id") String customerGroupId,
            @Name("percentage_value") @Nullable Double percentageValue,
            Double qty,
            Double value,
            @Name("website_id") Double websiteId) {

        static OlderTier of(Offer offer) {
            TierRow row = Objects.requireNonNull(offer.row());
            return new OlderTier(
                    String.valueOf(Objects.requireNonNullElse(row.groupId(), Group.ALL)),
                    row.kind() == PriceType.DISCOUNT ? row.value().doubleValue() : null,
                    row.quantity().doubleValue(),
                    offer.unitPrice().doubleValue(),
                    (double) row.websiteId());
        }
    }

    /** The prices in the form of older clients. */
    @Name("ProductPrices")
    public record OlderPrices(OlderPrice maximalPrice, OlderPrice minimalPrice, OlderPrice regularPrice) {}

    /** A price in the form of older clients. */
    @Name("Price")
    public record OlderPrice(MoneyNode amount) {}

    static Tier tier(Offer offer, PricedProduct product) {
        return new Tier(
                offer.quantity().doubleValue(),
                MoneyNode.of(offer.unitPrice(), product.currency()),
                Discount.of(product.regular(), offer));
    }

    static Range range(PricedProduct product) {
        Price price = new Price(
                MoneyNode.of(product.regular(), product.currency()),
                MoneyNode.of(product.last(), product.currency()),
                Discount.of(product.regular(), product.one()));
        return new Range(price, price);
    }

    static OlderPrices older(PricedProduct product) {
        OlderPrice last = new OlderPrice(MoneyNode.of(product.last(), product.currency()));
        return new OlderPrices(last, last, new OlderPrice(MoneyNode.of(product.regular(), product.currency())));
    }
}
