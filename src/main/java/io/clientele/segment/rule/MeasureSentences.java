package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition.CartMeasure;
import io.clientele.segment.rule.tree.Condition.OrderMeasure;

/** What is measured, in words. */
final class MeasureSentences {

    private MeasureSentences() {}

    static String of(CartMeasure measure) {
        return switch (measure) {
            case SUBTOTAL -> "The subtotal.";
            case GRAND_TOTAL -> "The grand total.";
            case TAX -> "The tax.";
            case SHIPPING -> "The cost of shipping.";
            case STORE_CREDIT_USED -> "The store credit that is used.";
            case GIFT_CARD_USED -> "What gift cards pay.";
            case LINES -> "The number of lines.";
            case QTY -> "The quantity of all lines.";
        };
    }

    static String of(OrderMeasure measure) {
        return switch (measure) {
            case COUNT -> "The number of orders.";
            case TOTAL -> "The grand totals minus refunds, in the website's base currency.";
            case AVERAGE -> "The mean of these.";
            case MIN -> "The smallest of these.";
            case MAX -> "The largest of these.";
            case QTY -> "The quantity of all their lines.";
            case AVERAGE_QTY -> "The mean quantity of an order.";
            case DISTINCT_SKUS -> "The number of different SKUs.";
            case DISTINCT_DAYS -> "The number of days, in the website's time zone, on which orders were placed.";
            case MEAN_GAP_DAYS -> "The mean time between two orders that follow each other, in days.";
            case RECENCY -> "How many days ago the last order was placed; the fewer the better.";
        };
    }
}
