package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product with what the caller pays for it, as catalogue prices are shown: tax is in them where it is in the prices as
 * they are kept.
 *
 * @param regular the base price
 * @param one what one piece costs
 * @param special the special price while it counts
 * @param best the best tier price of each quantity
 * @param tiers every tier price that is meant for the caller
 */
public record PricedProduct(
        ProductName name,
        String sku,
        PriceCurrency currency,
        BigDecimal regular,
        Offer one,
        @Nullable BigDecimal special,
        @Nullable Instant specialFrom,
        @Nullable Instant specialTo,
        List<Offer> best,
        List<Offer> tiers) {

    /** What one piece costs. */
    BigDecimal last() {
        return one.unitPrice();
    }

    /** A product of which no price is known. */
    static PricedProduct unpriced(String sku, String name, PriceCurrency currency) {
        Offer none = new Offer(PriceSource.BASE, BigDecimal.ZERO, BigDecimal.ZERO, true, null);
        ProductName named = new ProductName(0, "simple", name);
        return new PricedProduct(named, sku, currency, BigDecimal.ZERO, none, null, null, null, List.of(), List.of());
    }

    static PricedProduct of(ProductName name, String sku, PriceFacts facts, Shopper shopper, PriceCurrency currency) {
        EffectivePrice price = EffectivePrice.of(facts, shopper, currency);
        PriceFacts.Special special = facts.special();
        boolean counts = special != null && PriceFacts.covers(special.from(), special.to(), shopper.at());
        return new PricedProduct(
                name,
                sku,
                currency,
                currency.shown(facts.base()),
                price.at(BigDecimal.ONE),
                special == null || !counts ? null : currency.shown(special.price()),
                special == null ? null : special.from(),
                special == null ? null : special.to(),
                price.tiers(),
                price.offers().stream()
                        .filter(offer -> offer.counts() && offer.source().isTier())
                        .sorted(Offer.SMALLEST_FIRST)
                        .toList());
    }
}
