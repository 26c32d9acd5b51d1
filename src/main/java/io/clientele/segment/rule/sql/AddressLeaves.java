package io.clientele.segment.rule.sql;

import io.clientele.attribute.AttributeOwner;
import io.clientele.segment.rule.tree.Condition.Addresses;
import io.clientele.segment.rule.tree.Condition.OrderAddress;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/** Addresses of the book and of orders. */
final class AddressLeaves {

    private final Frame frame;
    private final AttributeColumns attributes;

    AddressLeaves(Frame frame, AttributeColumns attributes) {
        this.frame = frame;
        this.attributes = attributes;
    }

    Leaf of(Addresses condition, boolean required) {
        Fit found = frame.found(
                List.of(condition.kind(), condition.tests()),
                required,
                new Choice(
                        "addresses",
                        () -> Facts.of("customer_address a", "a.customer_id", SqlFragment.of("true")),
                        () -> chosen(condition)),
                Slice.ALL,
                "");
        return Leaf.fixed(
                found.in(condition.exists()),
                SqlFragment.of("coalesce(").then(found.sql()).then(", false)::text"));
    }

    private SqlFragment chosen(Addresses condition) {
        SqlFragment outcome = Outcome.of(condition.tests(), this::fit);
        return switch (condition.kind()) {
            case ANY -> outcome;
            case DEFAULT_BILLING -> SqlFragment.of("a.is_default_billing and").then(outcome);
            case DEFAULT_SHIPPING -> SqlFragment.of("a.is_default_shipping and").then(outcome);
        };
    }

    private Fit fit(Test test) {
        Value value = test.field().attribute()
                ? attributes.value(AttributeOwner.CUSTOMER_ADDRESS, test.field().name(), "a")
                : AddressColumns.ofRow(test.field(), "a");
        return Comparison.of(value, test.operator(), test.operand(), frame.scope());
    }

    Leaf of(OrderAddress condition, boolean required) {
        return new FoundInTime(
                        List.of(condition.kind(), condition.tests()),
                        Window.of(condition.period(), frame.scope()),
                        condition.statuses(),
                        CountedOrders.PLACED,
                        new Choice(
                                List.of("orders", Tests.NONE),
                                () -> new CountedOrders(frame.scope()).facts(Tests.NONE),
                                () -> object(condition)))
                .leaf(frame, condition.exists(), required);
    }

    private SqlFragment object(OrderAddress condition) {
        return switch (condition.kind()) {
            case BILLING -> object("o.billing_address", condition.tests());
            case SHIPPING -> object("o.shipping_address", condition.tests());
            case ANY ->
                SqlFragment.joined(
                        "or",
                        List.of(
                                object("o.billing_address", condition.tests()),
                                object("o.shipping_address", condition.tests())));
        };
    }

    private SqlFragment object(String column, Tests tests) {
        return SqlFragment.joined(
                "and",
                List.of(
                        SqlFragment.of(column + " is not null"),
                        Outcome.of(
                                tests,
                                test -> Comparison.of(
                                        AddressColumns.ofObject(test.field(), column),
                                        test.operator(),
                                        test.operand(),
                                        frame.scope()))));
    }
}
