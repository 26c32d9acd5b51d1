package io.clientele.pricing.quote;

import io.clientele.group.Group;
import io.clientele.pricing.Decimals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prices the lines of one quote. A product that is on several lines is weighed once. */
final class LinePricing {

    private final Shopper shopper;
    private final PriceCurrency currency;
    private final Map<Integer, TaxTerms> terms;
    private final boolean explain;
    private final Map<String, EffectivePrice> weighed = new HashMap<>();

    LinePricing(Shopper shopper, PriceCurrency currency, Map<Integer, TaxTerms> terms, boolean explain) {
        this.shopper = shopper;
        this.currency = currency;
        this.terms = terms;
        this.explain = explain;
    }

    PriceQuote.Line price(QuotedProduct product, BigDecimal qty) {
        TaxTerms tax = Objects.requireNonNull(terms.get(product.taxClassId()));
        EffectivePrice price = weighed.computeIfAbsent(
                product.sku(), _ -> EffectivePrice.of(Objects.requireNonNull(product.prices()), shopper, currency));
        TaxTerms.Unit unit = tax.unit(price.at(qty).unitPrice(), currency);
        TaxTerms.Row row = tax.row(unit, qty, currency);
        return new PriceQuote.Line(
                product.sku(),
                Decimals.shown(qty),
                unit.net(),
                unit.gross(),
                row.net(),
                row.gross(),
                Decimals.shown(tax.percent()),
                price.above(qty).stream()
                        .map(offer -> new PriceQuote.NextTier(Decimals.shown(offer.quantity()), net(offer, tax)))
                        .toList(),
                explain ? candidates(price, qty, tax) : null);
    }

    private List<PriceQuote.Candidate> candidates(EffectivePrice price, BigDecimal qty, TaxTerms tax) {
        return CandidatePrice.all(price, qty).stream()
                .map(each -> candidate(each, net(each.offer(), tax)))
                .toList();
    }

    private static PriceQuote.Candidate candidate(CandidatePrice each, BigDecimal net) {
        @Nullable TierRow row = each.offer().row();
        return new PriceQuote.Candidate(
                each.offer().source().word(),
                net,
                row == null ? null : Decimals.shown(row.quantity()),
                row == null ? null : row.websiteId(),
                row == null ? null : Objects.requireNonNullElse(row.groupId(), Group.ALL),
                each.won(),
                each.reason());
    }

    private BigDecimal net(Offer offer, TaxTerms tax) {
        return tax.unit(offer.unitPrice(), currency).net();
    }
}
