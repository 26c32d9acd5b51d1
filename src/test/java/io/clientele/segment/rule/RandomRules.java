package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.AddressKind;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.CartMeasure;
import io.clientele.segment.rule.tree.Condition.DateOperator;
import io.clientele.segment.rule.tree.Condition.HistoryKind;
import io.clientele.segment.rule.tree.Condition.ListKind;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.OrderAddressKind;
import io.clientele.segment.rule.tree.Condition.OrderMeasure;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.RankKind;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.Condition.Which;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.segment.rule.tree.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws rules such as the reader gives: each condition, operator and kind of value has its chance. */
final class RandomRules {

    private final Random random;
    private final Pools pools;
    private final Known known;

    RandomRules(Random random, Pools pools) {
        this.random = random;
        this.pools = pools;
        this.known = new PoolsKnown(pools);
    }

    /** A rule whose conditions stand at most so deep in each other. */
    Rule rule(int depth) {
        return new Rule(condition(depth, false));
    }

    /** The same of the conditions that visitors have. */
    Rule visitorRule(int depth) {
        return new Rule(condition(depth, true));
    }

    private Condition condition(int depth, boolean visitors) {
        if (depth > 1 && random.nextInt(3) > 0) {
            int size = random.nextInt(4);
            Aggregator aggregator = size == 0 ? Aggregator.ALL : any(Aggregator.class);
            return new Condition.Combine(
                    aggregator,
                    random.nextBoolean(),
                    IntStream.range(0, size)
                            .mapToObj(i -> condition(depth - 1, visitors))
                            .toList());
        }
        return visitors ? ofVisitors() : leaf();
    }

    private Condition ofVisitors() {
        return switch (random.nextInt(3)) {
            case 0 -> cart(oneOf(List.of(CartMeasure.SUBTOTAL, CartMeasure.LINES, CartMeasure.QTY)));
            case 1 -> new Condition.ProductList(ListKind.CART, random.nextBoolean(), tests(Subject.PRODUCT));
            default -> history();
        };
    }

    private Condition leaf() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                Condition.Test test = test(Subject.CUSTOMER);
                yield new Condition.Profile(test.field(), test.operator(), test.operand());
            }
            case 3 -> new Condition.Addresses(any(AddressKind.class), random.nextBoolean(), tests(Subject.ADDRESS));
            case 4 -> cart(any(CartMeasure.class));
            case 5 -> new Condition.ProductList(any(ListKind.class), random.nextBoolean(), tests(Subject.PRODUCT));
            case 6 -> history();
            case 7, 8 -> orders();
            case 9 ->
                new Condition.OrderAddress(
                        any(OrderAddressKind.class),
                        random.nextBoolean(),
                        period(),
                        statuses(),
                        tests(Subject.ORDER_ADDRESS));
            case 10 -> orderDate();
            default ->
                random.nextBoolean() ? new Condition.InSegment(oneOf(pools.segments()), random.nextBoolean()) : rank();
        };
    }

    private Condition cart(CartMeasure measure) {
        Operator operator = oneOf(ValueType.MEASURE.operators());
        return new Condition.Cart(measure, operator, operand(operator, Meaning.measure("")));
    }

    private Condition history() {
        return new Condition.ProductHistory(
                any(HistoryKind.class), random.nextBoolean(), period(), tests(Subject.PRODUCT));
    }

    private Condition orders() {
        OrderMeasure measure = any(OrderMeasure.class);
        Operator operator = oneOf(ValueType.MEASURE.operators());
        return new Condition.Orders(
                measure == OrderMeasure.RECENCY ? OrderMeasure.COUNT : measure,
                operator,
                operand(operator, Meaning.measure("")),
                period(),
                statuses(),
                tests(Subject.ORDER));
    }

    private Condition orderDate() {
        DateOperator operator = any(DateOperator.class);
        boolean isDay = operator == DateOperator.BEFORE || operator == DateOperator.AFTER;
        return new Condition.OrderDate(
                any(Which.class),
                operator,
                isDay ? new Operand.Day(oneOf(pools.days())) : whole(random.nextInt(400)),
                statuses());
    }

    private Condition rank() {
        RankKind kind = any(RankKind.class);
        BigDecimal value = kind == RankKind.QUANTILE
                ? BigDecimal.valueOf(1 + random.nextInt(5))
                : oneOf(List.of(new BigDecimal("0.5"), BigDecimal.TEN, BigDecimal.valueOf(100)));
        return new Condition.Rank(any(OrderMeasure.class), kind, value, period());
    }

    private Tests tests(Subject subject) {
        int size = random.nextInt(4);
        return size == 0
                ? Tests.NONE
                : new Tests(
                        any(Aggregator.class),
                        random.nextBoolean(),
                        IntStream.range(0, size).mapToObj(i -> test(subject)).toList());
    }

    private Condition.Test test(Subject subject) {
        Meaning field = oneOf(meanings(subject));
        Operator operator = oneOf(field.type().operators());
        return new Condition.Test(field.field(), operator, operand(operator, field));
    }

    private List<Meaning> meanings(Subject subject) {
        List<Meaning> meanings =
                new ArrayList<>(subject.fields().stream().map(Meaning::of).toList());
        subject.owner().map(known::attributes).stream()
                .flatMap(List::stream)
                .map(Meaning::of)
                .forEach(meanings::add);
        if (subject.hasProductAttributes()) {
            pools.productAttributes().stream().map(Meaning::ofProduct).forEach(meanings::add);
        }
        return meanings;
    }

    private Operand operand(Operator operator, Meaning field) {
        return switch (operator) {
            case IS_EMPTY -> new Operand.Flag(random.nextBoolean());
            case IS_ONE_OF, IS_NOT_ONE_OF ->
                new Operand.Many(IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i -> value(field))
                        .toList());
            case BETWEEN -> between(field);
            case CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH ->
                field.type() == ValueType.ANY ? new Operand.Text(oneOf(pools.texts())) : value(field);
            default -> value(field);
        };
    }

    private Operand between(Meaning field) {
        if (field.type() == ValueType.DATE) {
            List<LocalDate> days = List.of(oneOf(pools.days()), oneOf(pools.days())).stream()
                    .sorted()
                    .toList();
            return new Operand.Many(List.of(new Operand.Day(days.get(0)), new Operand.Day(days.get(1))));
        }
        List<BigDecimal> numbers = List.of(oneOf(pools.numbers()), oneOf(pools.numbers())).stream()
                .sorted()
                .toList();
        return new Operand.Many(List.of(new Operand.Decimal(numbers.get(0)), new Operand.Decimal(numbers.get(1))));
    }

    private Operand value(Meaning field) {
        return switch (field.type()) {
            case TEXT, FILE -> new Operand.Text(oneOf(pools.texts()));
            case NUMBER, MEASURE -> new Operand.Decimal(oneOf(pools.numbers()));
            case DATE -> new Operand.Day(oneOf(pools.days()));
            case YES_NO -> new Operand.Flag(random.nextBoolean());
            case SELECT, SET -> new Operand.Text(chosen(field));
            case ID, IDS -> whole(oneOf(ids(field.choices())));
            case ANY ->
                switch (random.nextInt(3)) {
                    case 0 -> new Operand.Text(oneOf(pools.texts()));
                    case 1 -> new Operand.Decimal(oneOf(pools.numbers()));
                    default -> new Operand.Flag(random.nextBoolean());
                };
        };
    }

    private String chosen(Meaning field) {
        return switch (field.choices()) {
            case OPTIONS -> oneOf(field.options()).value();
            case COUNTRIES -> oneOf(pools.countries());
            default -> oneOf(pools.statuses());
        };
    }

    private List<Integer> ids(Choices choices) {
        return switch (choices) {
            case GENDERS -> List.of(1, 2, 3);
            case GROUPS -> pools.groups();
            case WEBSITES -> pools.websites();
            case STORES -> pools.stores();
            case REGIONS -> pools.regions();
            default -> pools.categories();
        };
    }

    private Period period() {
        return switch (random.nextInt(6)) {
            case 0 -> new Period.LastDays(1 + random.nextInt(400));
            case 1 -> {
                int to = random.nextInt(100);
                yield new Period.DaysAgo(to + 1 + random.nextInt(100), to);
            }
            case 2 -> new Period.Between(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 5, 31));
            case 3 -> new Period.Between(LocalDate.of(2025, 6, 1), null);
            case 4 -> new Period.Between(null, LocalDate.of(2025, 6, 1));
            default -> new Period.Always();
        };
    }

    private List<String> statuses() {
        return random.nextBoolean() ? List.of() : List.of(oneOf(pools.statuses()), oneOf(pools.statuses()));
    }

    private static Operand whole(int number) {
        return new Operand.Decimal(BigDecimal.valueOf(number));
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
