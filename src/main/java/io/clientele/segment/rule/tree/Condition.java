package io.clientele.segment.rule.tree;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of a rule: what must be true of a person. */
public sealed interface Condition {

    /** Whether all or any of the tests of a node must come out. */
    enum Aggregator {
        ALL,
        ANY
    }

    /**
     * Conditions of which all or any are true, or false.
     *
     * @param value what they must be: with false, {@code ALL} means that none holds
     */
    record Combine(Aggregator aggregator, boolean value, List<Condition> conditions) implements Condition {}

    /** A field of the customer, the newsletter, a balance, or a custom attribute. */
    record Profile(Field field, Operator operator, Operand operand) implements Condition {}

    /**
     * Addresses of the book: whether there is one, or none, for which the tests come out. Without tests, whether there is
     * one of the kind at all.
     */
    record Addresses(AddressKind kind, boolean exists, Tests tests) implements Condition {}

    /** A sum over the active carts. */
    record Cart(CartMeasure measure, Operator operator, Operand operand) implements Condition {}

    /** A product in the cart or wish list, found or not. */
    record ProductList(ListKind list, boolean found, Tests tests) implements Condition {}

    /** A product that was viewed or ordered in the period, or was not. */
    record ProductHistory(HistoryKind kind, boolean found, Period period, Tests tests) implements Condition {}

    /**
     * A measure over orders.
     *
     * @param statuses which count; without any all that are not cancelled do
     * @param tests of the order and its lines; an order counts when its own and those of one line come out
     */
    record Orders(
            OrderMeasure measure, Operator operator, Operand operand, Period period, List<String> statuses, Tests tests)
            implements Condition {}

    /** An address of an order that counts, in the period. */
    record OrderAddress(OrderAddressKind kind, boolean exists, Period period, List<String> statuses, Tests tests)
            implements Condition {}

    /** When the first or last order that counts was placed. Nobody without an order fits. */
    record OrderDate(Which which, DateOperator operator, Operand operand, List<String> statuses) implements Condition {}

    /** Where a customer stands among those of the website with at least one counted order. */
    record Rank(OrderMeasure measure, RankKind kind, BigDecimal value, Period period) implements Condition {}

    /** Being in another segment, or not. */
    record InSegment(long segmentId, boolean in) implements Condition {}

    /** Tests of one thing: an address, a product, an order. */
    record Tests(Aggregator aggregator, boolean value, List<Test> tests) {

        public static final Tests NONE = new Tests(Aggregator.ALL, true, List.of());
    }

    /** A test of one field of the thing. */
    record Test(Field field, Operator operator, Operand operand) {}

    /**
     * A field by its name in rules.
     *
     * @param attribute whether it is a custom attribute (of the customer, the address or the product), whose code the name is
     */
    record Field(String name, boolean attribute) {}

    enum AddressKind {
        ANY,
        DEFAULT_BILLING,
        DEFAULT_SHIPPING
    }

    enum CartMeasure {
        SUBTOTAL,
        GRAND_TOTAL,
        TAX,
        SHIPPING,
        STORE_CREDIT_USED,
        GIFT_CARD_USED,
        LINES,
        QTY
    }

    enum ListKind {
        CART,
        WISHLIST
    }

    enum HistoryKind {
        VIEWED,
        ORDERED
    }

    enum OrderMeasure {
        COUNT,
        TOTAL,
        AVERAGE,
        MIN,
        MAX,
        QTY,
        AVERAGE_QTY,
        DISTINCT_SKUS,
        DISTINCT_DAYS,
        MEAN_GAP_DAYS,
        /** Days since the last order, for ranks: the fewer the better. */
        RECENCY
    }

    enum OrderAddressKind {
        ANY,
        BILLING,
        SHIPPING
    }

    enum Which {
        FIRST,
        LAST
    }

    enum DateOperator {
        OLDER_THAN_DAYS,
        WITHIN_DAYS,
        BEFORE,
        AFTER
    }

    enum RankKind {
        TOP_PERCENT,
        BOTTOM_PERCENT,
        /** One of five parts of equal size, 5 being the best. */
        QUANTILE
    }

    /** A period of time: half-open, in the website's time zone. */
    sealed interface Period {

        record Always() implements Period {}

        /** {@code D − days <= t < D}. */
        record LastDays(int days) implements Period {}

        /** {@code D − from <= t < D − to}. */
        record DaysAgo(int from, int to) implements Period {}

        /** From the first to before the day after the last; null is no bound. */
        record Between(java.time.@Nullable LocalDate from, java.time.@Nullable LocalDate to) implements Period {}
    }

    /** What is compared with. */
    sealed interface Operand {

        record None() implements Operand {}

        record Text(String text) implements Operand {}

        record Decimal(BigDecimal number) implements Operand {}

        record Day(LocalDate day) implements Operand {}

        record Flag(boolean flag) implements Operand {}

        record Many(List<Operand> values) implements Operand {}
    }
}
