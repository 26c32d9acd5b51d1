package io.clientele.segment.rule;

import io.clientele.segment.rule.ConditionType.OfferedOperator;
import io.clientele.segment.rule.ConditionType.Property;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition.AddressKind;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.CartMeasure;
import io.clientele.segment.rule.tree.Condition.DateOperator;
import io.clientele.segment.rule.tree.Condition.HistoryKind;
import io.clientele.segment.rule.tree.Condition.ListKind;
import io.clientele.segment.rule.tree.Condition.OrderAddressKind;
import io.clientele.segment.rule.tree.Condition.OrderMeasure;
import io.clientele.segment.rule.tree.Condition.Which;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.segment.rule.tree.VisitorConditions;
import io.clientele.segment.rule.tree.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What conditions have besides an operator and a value, and what is tested in them. */
final class ConditionProperties {

    private static final Property PERIOD = new Property(
            PeriodReader.PERIOD,
            false,
            "period",
            List.of(),
            "{last_days}, {from_days_ago, to_days_ago} or {from, to}; without it all time counts.");
    private static final Property STATUS = new Property(
            OrderConditions.STATUS,
            false,
            "text_list",
            List.of(),
            "The statuses of orders that count; without it all that are not cancelled do.");

    private final ApplyTo applyTo;

    ConditionProperties(ApplyTo applyTo) {
        this.applyTo = applyTo;
    }

    List<Property> of(ConditionKind kind) {
        return switch (kind) {
            case COMBINE -> combined(RuleReader.VALUE, true).toList();
            case ADDRESS ->
                with(
                        combined(RuleReader.VALUE, false),
                        choice(CustomerConditions.KIND, false, AddressKind.values()),
                        flag(CustomerConditions.EXISTS, "Whether there must be one, or none."));
            case SEGMENT -> List.of();
            case CART -> List.of(measure(cartMeasures()));
            case PRODUCT_LIST ->
                with(combined(RuleReader.VALUE, false), choice(ProductConditions.LIST, true, lists()), found());
            case PRODUCT_HISTORY ->
                with(
                        combined(RuleReader.VALUE, false),
                        choice(ProductConditions.EVENT, true, HistoryKind.values()),
                        found(),
                        PERIOD);
            case ORDERS ->
                with(combined(OrderConditions.CONDITIONS_VALUE, false), measure(orderMeasures()), PERIOD, STATUS);
            case ORDER_ADDRESS ->
                with(
                        combined(RuleReader.VALUE, false),
                        choice(CustomerConditions.KIND, false, OrderAddressKind.values()),
                        flag(CustomerConditions.EXISTS, "Whether there must be one, or none."),
                        PERIOD,
                        STATUS);
            case ORDER_DATE -> List.of(choice(OrderConditions.WHICH, true, Which.values()), STATUS);
            case RANK ->
                List.of(
                        measure(rankMeasures()),
                        percent("top_percent", "The first so many percent; above 0, up to 100."),
                        percent("bottom_percent", "The last so many percent; above 0, up to 100."),
                        percent("quantile", "One of five parts of equal size, from 1 to 5, the best."),
                        PERIOD);
        };
    }

    /** What it is compared with; empty for what is not compared. */
    static Optional<ValueType> type(ConditionKind kind) {
        return switch (kind) {
            case SEGMENT -> Optional.of(ValueType.ID);
            case CART, ORDERS -> Optional.of(ValueType.MEASURE);
            case ORDER_DATE -> Optional.of(ValueType.DATE);
            default -> Optional.empty();
        };
    }

    static List<OfferedOperator> operators(ConditionKind kind) {
        return switch (kind) {
            case CART, ORDERS -> ConditionTypes.offered(ValueType.MEASURE);
            case SEGMENT ->
                ConditionTypes.offered(ValueType.ID).stream()
                        .filter(offered -> offered.operator().equals(Operator.IS.word())
                                || offered.operator().equals(Operator.IS_NOT.word()))
                        .toList();
            case ORDER_DATE ->
                Arrays.stream(DateOperator.values())
                        .map(each -> new OfferedOperator(Words.of(each), "", isOfDays(each) ? "days" : "one"))
                        .toList();
            default -> List.of();
        };
    }

    /** Whether it is compared with a number of days, and not with a day. */
    static boolean isOfDays(DateOperator operator) {
        return operator == DateOperator.OLDER_THAN_DAYS || operator == DateOperator.WITHIN_DAYS;
    }

    static Optional<Subject> subject(ConditionKind kind) {
        return switch (kind) {
            case ADDRESS -> Optional.of(Subject.ADDRESS);
            case ORDER_ADDRESS -> Optional.of(Subject.ORDER_ADDRESS);
            case PRODUCT_LIST, PRODUCT_HISTORY -> Optional.of(Subject.PRODUCT);
            case ORDERS -> Optional.of(Subject.ORDER);
            default -> Optional.empty();
        };
    }

    static String text(ConditionKind kind) {
        return switch (kind) {
            case COMBINE -> "and, or, not";
            case ADDRESS -> "address.any, address.default_billing, address.default_shipping";
            case SEGMENT -> "segment";
            case CART -> "cart.<measure>";
            case PRODUCT_LIST -> "cart.product, wishlist.product";
            case PRODUCT_HISTORY -> "product.viewed, product.ordered";
            case ORDERS -> "orders.<measure>";
            case ORDER_ADDRESS -> "order_address.any, order_address.billing, order_address.shipping";
            case ORDER_DATE -> "orders.first, orders.last";
            case RANK -> "rank";
        };
    }

    private ListKind[] lists() {
        return Arrays.stream(ListKind.values())
                .filter(each -> applyTo != ApplyTo.VISITORS || VisitorConditions.has(each))
                .toArray(ListKind[]::new);
    }

    private List<RuleOption> cartMeasures() {
        return Arrays.stream(CartMeasure.values())
                .filter(each -> applyTo != ApplyTo.VISITORS || VisitorConditions.has(each))
                .map(each -> new RuleOption(Words.of(each), MeasureSentences.of(each)))
                .toList();
    }

    private static List<RuleOption> orderMeasures() {
        return Arrays.stream(OrderMeasure.values())
                .filter(each -> each != OrderMeasure.RECENCY)
                .map(each -> new RuleOption(Words.of(each), MeasureSentences.of(each)))
                .toList();
    }

    private static List<RuleOption> rankMeasures() {
        return Arrays.stream(OrderMeasure.values())
                .map(each -> new RuleOption(OrderConditions.ORDERS + Words.of(each), MeasureSentences.of(each)))
                .toList();
    }

    private static Property measure(List<RuleOption> measures) {
        return new Property(ProductConditions.MEASURE, true, "select", measures, "What is measured.");
    }

    private static Property choice(String name, boolean required, Enum<?>... values) {
        return new Property(
                name, required, "select", options(values), "Which of them; the first unless another is named.");
    }

    private static List<RuleOption> options(Enum<?>... values) {
        return Arrays.stream(values)
                .map(each -> new RuleOption(Words.of(each), Words.of(each).replace('_', ' ')))
                .toList();
    }

    private static Property flag(String name, String sentence) {
        return new Property(name, false, "yes_no", List.of(), sentence);
    }

    private static Property found() {
        return flag(ProductConditions.FOUND, "Whether such a product must be found, or none.");
    }

    private static Property percent(String name, String sentence) {
        return new Property(name, false, "number", List.of(), sentence + " Exactly one of the three.");
    }

    private static Stream<Property> combined(String value, boolean required) {
        return Stream.of(
                new Property(
                        RuleReader.AGGREGATOR,
                        false,
                        "select",
                        options(Aggregator.values()),
                        "Whether all conditions must come out, or any; all unless it is named."),
                flag(value, "What the conditions must come to; true unless it is named."),
                new Property(RuleReader.CONDITIONS, required, "conditions", List.of(), "What is combined or tested."));
    }

    private static List<Property> with(Stream<Property> combined, Property... more) {
        return Stream.concat(Arrays.stream(more), combined).toList();
    }
}
