package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** An offer with its fate: whether it won, and by what rule it won or lost. */
record CandidatePrice(Offer offer, boolean won, String reason) {

    /** The fate of every offer at the quantity, the winner first. */
    static List<CandidatePrice> all(EffectivePrice price, BigDecimal quantity) {
        Offer winner = price.at(quantity);
        boolean tied = price.offers().stream()
                .anyMatch(offer -> !offer.equals(winner) && stands(offer, quantity) && costsTheSame(offer, winner));
        return price.offers().stream()
                .map(offer -> offer.equals(winner)
                        ? new CandidatePrice(offer, true, tied ? "equal price, more specific" : "lowest price")
                        : new CandidatePrice(offer, false, whyLost(offer, winner, quantity)))
                .sorted(Comparator.comparing((CandidatePrice each) -> !each.won())
                        .thenComparing(CandidatePrice::offer, Offer.BEST_FIRST))
                .toList();
    }

    private static String whyLost(Offer offer, Offer winner, BigDecimal quantity) {
        if (!offer.counts()) {
            return "not valid at this moment";
        }
        if (!offer.reachedBy(quantity)) {
            return "quantity not reached";
        }
        return costsTheSame(offer, winner) ? "equal price, less specific" : "higher price";
    }

    private static boolean stands(Offer offer, BigDecimal quantity) {
        return offer.counts() && offer.reachedBy(quantity);
    }

    private static boolean costsTheSame(Offer one, Offer other) {
        return one.unitPrice().compareTo(other.unitPrice()) == 0;
    }
}
