package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rules as JSON, with all that has a default. */
final class RuleJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleJson() {}

    static ObjectNode of(Condition condition) {
        return switch (condition) {
            case Condition.Combine combine -> {
                ObjectNode json = object(ConditionKind.COMBINE)
                        .put(RuleReader.AGGREGATOR, Words.of(combine.aggregator()))
                        .put(RuleReader.VALUE, combine.value());
                ArrayNode conditions = json.putArray(RuleReader.CONDITIONS);
                combine.conditions().forEach(each -> conditions.add(of(each)));
                yield json;
            }
            case Condition.Profile profile -> leaf(name(profile.field()), profile.operator(), profile.operand());
            case Condition.Addresses addresses ->
                tests(
                        object(ConditionKind.ADDRESS)
                                .put(CustomerConditions.KIND, Words.of(addresses.kind()))
                                .put(CustomerConditions.EXISTS, addresses.exists()),
                        addresses.tests(),
                        RuleReader.VALUE);
            case Condition.InSegment segment ->
                object(ConditionKind.SEGMENT)
                        .put(RuleReader.OPERATOR, (segment.in() ? Operator.IS : Operator.IS_NOT).word())
                        .put(RuleReader.VALUE, segment.segmentId());
            case Condition.Cart cart ->
                compared(
                        object(ConditionKind.CART).put(ProductConditions.MEASURE, Words.of(cart.measure())),
                        cart.operator(),
                        cart.operand());
            case Condition.ProductList list ->
                tests(
                        object(ConditionKind.PRODUCT_LIST)
                                .put(ProductConditions.LIST, Words.of(list.list()))
                                .put(ProductConditions.FOUND, list.found()),
                        list.tests(),
                        RuleReader.VALUE);
            case Condition.ProductHistory history ->
                tests(
                        period(
                                object(ConditionKind.PRODUCT_HISTORY)
                                        .put(ProductConditions.EVENT, Words.of(history.kind()))
                                        .put(ProductConditions.FOUND, history.found()),
                                history.period()),
                        history.tests(),
                        RuleReader.VALUE);
            case Condition.Orders orders ->
                tests(
                        statuses(
                                period(
                                        compared(
                                                object(ConditionKind.ORDERS)
                                                        .put(ProductConditions.MEASURE, Words.of(orders.measure())),
                                                orders.operator(),
                                                orders.operand()),
                                        orders.period()),
                                orders.statuses()),
                        orders.tests(),
                        OrderConditions.CONDITIONS_VALUE);
            case Condition.OrderAddress address ->
                tests(
                        statuses(
                                period(
                                        object(ConditionKind.ORDER_ADDRESS)
                                                .put(CustomerConditions.KIND, Words.of(address.kind()))
                                                .put(CustomerConditions.EXISTS, address.exists()),
                                        address.period()),
                                address.statuses()),
                        address.tests(),
                        RuleReader.VALUE);
            case Condition.OrderDate date -> {
                ObjectNode json = object(ConditionKind.ORDER_DATE)
                        .put(OrderConditions.WHICH, Words.of(date.which()))
                        .put(RuleReader.OPERATOR, Words.of(date.operator()));
                json.set(RuleReader.VALUE, value(date.operand()));
                yield statuses(json, date.statuses());
            }
            case Condition.Rank rank ->
                period(
                        object(ConditionKind.RANK)
                                .put(ProductConditions.MEASURE, OrderConditions.ORDERS + Words.of(rank.measure()))
                                .set(Words.of(rank.kind()), JSON.numberNode(rank.value())),
                        rank.period());
        };
    }

    /** The name of a field as the type of a leaf. */
    static String name(Condition.Field field) {
        return field.attribute() ? Subject.ATTRIBUTE + field.name() : field.name();
    }

    private static ObjectNode object(ConditionKind kind) {
        return JSON.objectNode().put(RuleReader.TYPE, kind.word());
    }

    private static ObjectNode leaf(String type, Operator operator, Operand operand) {
        return compared(JSON.objectNode().put(RuleReader.TYPE, type), operator, operand);
    }

    private static ObjectNode compared(ObjectNode json, Operator operator, Operand operand) {
        json.put(RuleReader.OPERATOR, operator.word());
        json.set(RuleReader.VALUE, value(operand));
        return json;
    }

    private static ObjectNode tests(ObjectNode json, Tests tests, String value) {
        if (!tests.tests().isEmpty()) {
            json.put(RuleReader.AGGREGATOR, Words.of(tests.aggregator())).put(value, tests.value());
            ArrayNode conditions = json.putArray(RuleReader.CONDITIONS);
            tests.tests().forEach(test -> conditions.add(leaf(name(test.field()), test.operator(), test.operand())));
        }
        return json;
    }

    private static ObjectNode statuses(ObjectNode json, List<String> statuses) {
        if (!statuses.isEmpty()) {
            statuses.forEach(json.putArray(OrderConditions.STATUS)::add);
        }
        return json;
    }

    private static ObjectNode period(ObjectNode json, Period period) {
        switch (period) {
            case Period.Always always -> {}
            case Period.LastDays last -> json.putObject(PeriodReader.PERIOD).put(PeriodReader.LAST_DAYS, last.days());
            case Period.DaysAgo ago ->
                json.putObject(PeriodReader.PERIOD)
                        .put(PeriodReader.FROM_DAYS_AGO, ago.from())
                        .put(PeriodReader.TO_DAYS_AGO, ago.to());
            case Period.Between between -> {
                ObjectNode bounds = json.putObject(PeriodReader.PERIOD);
                day(bounds, PeriodReader.FROM, between.from());
                day(bounds, PeriodReader.TO, between.to());
            }
        }
        return json;
    }

    private static void day(ObjectNode json, String name, @Nullable LocalDate day) {
        if (day != null) {
            json.put(name, day.toString());
        }
    }

    private static JsonNode value(Operand operand) {
        return switch (operand) {
            case Operand.None none -> JSON.nullNode();
            case Operand.Text text -> JSON.textNode(text.text());
            case Operand.Decimal number -> JSON.numberNode(number.number());
            case Operand.Day day -> JSON.textNode(day.day().toString());
            case Operand.Flag flag -> JSON.booleanNode(flag.flag());
            case Operand.Many many -> {
                ArrayNode values = JSON.arrayNode();
                many.values().forEach(each -> values.add(value(each)));
                yield values;
            }
        };
    }
}
