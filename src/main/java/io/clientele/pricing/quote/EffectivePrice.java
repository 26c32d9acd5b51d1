package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule of {@code docs/pricing.md} for one product and one shopper: of all offers that count and that the quantity
 * reaches, the lowest. Whatever a quantity reaches a larger one reaches too, so that the price never rises with it.
 */
final class EffectivePrice {

    private final List<Offer> offers;

    private EffectivePrice(List<Offer> offers) {
        this.offers = offers;
    }

    static EffectivePrice of(PriceFacts facts, Shopper shopper, PriceCurrency currency) {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(PriceSource.BASE, currency.shown(facts.base()), BigDecimal.ZERO, true, null));
        PriceFacts.Special special = facts.special();
        if (special != null) {
            boolean counts = PriceFacts.covers(special.from(), special.to(), shopper.at());
            offers.add(new Offer(PriceSource.SPECIAL, currency.shown(special.price()), BigDecimal.ZERO, counts, null));
        }
        for (TierRow row : facts.tiers()) {
            if (shopper.isMeant(row)) {
                offers.add(new Offer(
                        PriceSource.of(row),
                        currency.shown(row.unitPrice(facts.base())),
                        row.quantity(),
                        PriceFacts.covers(row.from(), row.to(), shopper.at()),
                        row));
            }
        }
        return new EffectivePrice(offers);
    }

    /** The price of one unit where this quantity is bought in one order, above zero. */
    Offer at(BigDecimal quantity) {
        Offer best = offers.getFirst();
        for (Offer offer : offers) {
            if (offer.counts() && offer.reachedBy(quantity) && Offer.BEST_FIRST.compare(offer, best) < 0) {
                best = offer;
            }
        }
        return best;
    }

    /** The larger quantities from which on a unit costs less, each with the best offer there, the smallest first. */
    List<Offer> above(BigDecimal quantity) {
        List<Offer> steps = new ArrayList<>();
        BigDecimal price = at(quantity).unitPrice();
        List<Offer> larger = offers.stream()
                .filter(offer -> offer.counts() && !offer.reachedBy(quantity))
                .sorted(Offer.SMALLEST_FIRST)
                .toList();
        for (Offer offer : larger) {
            if (offer.unitPrice().compareTo(price) < 0) {
                steps.add(offer);
                price = offer.unitPrice();
            }
        }
        return steps;
    }

    /** The tier prices that count, the best of each quantity, the smallest quantity first. */
    List<Offer> tiers() {
        List<Offer> tiers = new ArrayList<>();
        offers.stream()
                .filter(offer -> offer.counts() && offer.source().isTier())
                .sorted(Offer.SMALLEST_FIRST)
                .filter(offer -> tiers.isEmpty() || tiers.getLast().quantity().compareTo(offer.quantity()) != 0)
                .forEach(tiers::add);
        return tiers;
    }

    /** Every offer to the shopper, those that count and those that do not. */
    List<Offer> offers() {
        return offers;
    }
}
