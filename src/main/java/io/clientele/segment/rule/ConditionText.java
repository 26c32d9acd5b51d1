package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Field;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.RuleField;
import io.clientele.segment.rule.tree.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes single conditions in the text form. */
final class ConditionText {

    private ConditionText() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Combine combine -> throw new IllegalArgumentException("combinations are written elsewhere");
            case Condition.Profile profile ->
                name(profile.field(), Subject.CUSTOMER)
                        + ValueText.compared(
                                profile.operator(), profile.operand(), field(profile.field(), Subject.CUSTOMER));
            case Condition.Addresses addresses ->
                no(addresses.exists()) + "address." + Words.of(addresses.kind())
                        + arguments(new Period.Always(), List.of(), addresses.tests());
            case Condition.InSegment segment -> "segment " + (segment.in() ? "= " : "!= ") + segment.segmentId();
            case Condition.Cart cart ->
                "cart." + Words.of(cart.measure())
                        + ValueText.compared(cart.operator(), cart.operand(), Optional.empty());
            case Condition.ProductList list ->
                no(list.found()) + Words.of(list.list()) + "." + RuleText.PRODUCT
                        + arguments(new Period.Always(), List.of(), list.tests());
            case Condition.ProductHistory history ->
                no(history.found()) + RuleText.PRODUCT + "." + Words.of(history.kind())
                        + arguments(history.period(), List.of(), history.tests());
            case Condition.Orders orders ->
                "orders." + Words.of(orders.measure())
                        + arguments(orders.period(), orders.statuses(), orders.tests())
                        + ValueText.compared(orders.operator(), orders.operand(), Optional.empty());
            case Condition.OrderAddress address ->
                no(address.exists()) + "order_address." + Words.of(address.kind())
                        + arguments(address.period(), address.statuses(), address.tests());
            case Condition.OrderDate date ->
                "orders." + Words.of(date.which())
                        + arguments(new Period.Always(), date.statuses(), Tests.NONE)
                        + moment(date);
            case Condition.Rank rank -> rank(rank);
        };
    }

    /** A test of a thing. Names mean the same wherever they are tested, so that it does not matter of which. */
    static String compared(Field field, Operator operator, Operand operand) {
        Subject subject = Stream.of(Subject.ADDRESS, Subject.PRODUCT, Subject.ORDER)
                .filter(each -> field(field, each).isPresent())
                .findFirst()
                .orElse(Subject.PRODUCT);
        return name(field, subject) + ValueText.compared(operator, operand, field(field, subject));
    }

    private static Optional<RuleField> field(Field field, Subject subject) {
        return field.attribute()
                ? Optional.empty()
                : subject.fields().stream()
                        .filter(each -> each.word().equals(field.name()))
                        .findFirst();
    }

    private static String name(Field field, Subject subject) {
        return field(field, subject).map(RuleField::textWord).orElseGet(() -> RuleJson.name(field));
    }

    private static String no(boolean exists) {
        return exists ? "" : "no ";
    }

    private static String arguments(Period period, List<String> statuses, Tests tests) {
        List<String> arguments = new ArrayList<>();
        if (!(period instanceof Period.Always)) {
            arguments.add(period(period));
        }
        if (!statuses.isEmpty()) {
            arguments.add("counting ("
                    + String.join(", ", statuses.stream().map(ValueText::word).toList()) + ")");
        }
        if (!tests.tests().isEmpty()) {
            arguments.add(RuleText.tests(tests));
        }
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    private static String period(Period period) {
        return switch (period) {
            case Period.Always always -> "";
            case Period.LastDays last -> "last " + last.days() + " days";
            case Period.DaysAgo ago -> ago.from() + " to " + ago.to() + " days ago";
            case Period.Between between ->
                (between.from() == null ? "" : "from " + between.from())
                        + (between.from() == null || between.to() == null ? "" : " ")
                        + (between.to() == null ? "" : "to " + between.to());
        };
    }

    private static String moment(Condition.OrderDate date) {
        String value = ValueText.value(date.operand(), Optional.empty());
        return switch (date.operator()) {
            case OLDER_THAN_DAYS -> " older than " + value + " days";
            case WITHIN_DAYS -> " within " + value + " days";
            case BEFORE -> " before " + value;
            case AFTER -> " after " + value;
        };
    }

    private static String rank(Condition.Rank rank) {
        String value = rank.value().toPlainString();
        String place = switch (rank.kind()) {
            case TOP_PERCENT -> "top " + value + "%";
            case BOTTOM_PERCENT -> "bottom " + value + "%";
            case QUANTILE -> "quantile " + value;
        };
        return "rank(" + OrderConditions.ORDERS + Words.of(rank.measure()) + ", " + place
                + (rank.period() instanceof Period.Always ? "" : ", " + period(rank.period())) + ")";
    }
}
