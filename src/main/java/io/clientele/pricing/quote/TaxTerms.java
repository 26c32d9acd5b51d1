package io.clientele.pricing.quote;

import java.math.BigDecimal;

/**
 * How tax is worked out for one product and shopper.
 *
 * @param percent the shopper's rate
 * @param included whether prices are kept with tax
 * @param includedPercent the rate that is in such prices
 * @param byUnit whether the tax of one unit is rounded and multiplied, rather than the row's rounded once
 */
record TaxTerms(BigDecimal percent, boolean included, BigDecimal includedPercent, boolean byUnit) {

    /** A price of one unit, without and with tax. */
    record Unit(BigDecimal net, BigDecimal gross) {}

    /** A row's total, without and with tax. */
    record Row(BigDecimal net, BigDecimal gross) {}

    /** What one unit costs that is priced so; it rises and falls with the price. */
    Unit unit(BigDecimal price, PriceCurrency currency) {
        if (!included) {
            return new Unit(price, price.add(currency.round(onTop(price))));
        }
        BigDecimal gross = percent.compareTo(includedPercent) == 0
                ? price
                : currency.divide(
                        price.multiply(PriceFacts.HUNDRED.add(percent)), PriceFacts.HUNDRED.add(includedPercent));
        return new Unit(gross.subtract(within(gross, currency)), gross);
    }

    /** What so many units cost together. */
    Row row(Unit unit, BigDecimal quantity, PriceCurrency currency) {
        if (included) {
            BigDecimal gross = currency.round(unit.gross().multiply(quantity));
            BigDecimal tax = byUnit
                    ? currency.round(unit.gross().subtract(unit.net()).multiply(quantity))
                    : within(gross, currency);
            return new Row(gross.subtract(tax), gross);
        }
        BigDecimal net = currency.round(unit.net().multiply(quantity));
        BigDecimal tax = byUnit
                ? currency.round(unit.gross().subtract(unit.net()).multiply(quantity))
                : currency.round(onTop(net));
        return new Row(net, net.add(tax));
    }

    private BigDecimal onTop(BigDecimal net) {
        return net.multiply(percent).movePointLeft(2);
    }

    private BigDecimal within(BigDecimal gross, PriceCurrency currency) {
        return currency.divide(gross.multiply(percent), PriceFacts.HUNDRED.add(percent));
    }
}
