package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.sql.Value.Kind;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Field;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.LineField;
import io.clientele.segment.rule.tree.OrderField;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders {@code o} that count: those of the websites for which the tests come out, their own and those of one line. */
final class CountedOrders {

    static final String PERSON = "o.customer_id";
    static final String PLACED = "o.placed_at";

    private final Zoned scope;
    private final ListedProducts lines;

    CountedOrders(Zoned scope) {
        this.scope = scope;
        this.lines = new ListedProducts(scope, "o.website_id");
    }

    Facts facts(Tests tests) {
        Facts all = Facts.of("sales_order o", PERSON, scope.counts("o.website_id"));
        return tests.tests().isEmpty() ? all : all.and(outcome(tests));
    }

    private SqlFragment outcome(Tests tests) {
        List<Test> own = tests.tests().stream().filter(CountedOrders::isOwn).toList();
        List<Test> ofLine = tests.tests().stream().filter(test -> !isOwn(test)).toList();
        SqlFragment ownOutcome = Outcome.of(own, tests.aggregator(), tests.value(), this::fit);
        if (ofLine.isEmpty()) {
            return ownOutcome;
        }
        List<Test> ofProduct = ofLine.stream().filter(test -> !isLines(test)).toList();
        SqlFragment line = SqlFragment.of("exists (select 1 from sales_order_line l"
                        + lines.join(ofProduct, tests.aggregator(), tests.value()) + " where l.order_id = o.id and")
                .then(Outcome.of(ofLine, tests.aggregator(), tests.value(), this::lineFit))
                .then(")");
        return own.isEmpty()
                ? line
                : SqlFragment.joined(tests.aggregator() == Aggregator.ALL ? "and" : "or", List.of(ownOutcome, line));
    }

    private static boolean isOwn(Test test) {
        return !test.field().attribute()
                && OrderField.named(test.field().name()).isPresent();
    }

    private Fit fit(Test test) {
        return Comparison.of(value(test.field()), test.operator(), test.operand(), scope);
    }

    private static Value value(Field field) {
        OrderField named = OrderField.named(field.name()).orElseThrow();
        String column = "o." + named.name().toLowerCase(Locale.ROOT);
        return switch (named) {
            case GRAND_TOTAL, BASE_TOTAL, SUBTOTAL, TAX, SHIPPING, DISCOUNT, REFUNDED, TOTAL_QTY, WEBSITE_ID ->
                Value.of(Kind.NUMBER, column);
            case STATUS, CURRENCY -> Value.of(Kind.EXACT, column);
            case COUPON_CODE -> Value.text(column);
            case COUNTRY_ID ->
                Value.of(Kind.EXACT, "(coalesce(o.shipping_address, o.billing_address) ->> 'country_id')");
            case PLACED_AT -> Value.of(Kind.MOMENT, column);
            case IS_CANCELLED -> Value.of(Kind.FLAG, "o.cancelled");
        };
    }

    /** Whether the line itself says it, so that nothing need be known of its product. */
    private static boolean isLines(Test test) {
        return !test.field().attribute() && lineValue(test.field()) != null;
    }

    private Fit lineFit(Test test) {
        Value own = test.field().attribute() ? null : lineValue(test.field());
        return own == null ? lines.fit(test) : Comparison.of(own, test.operator(), test.operand(), scope);
    }

    /** Null for what is the product's. */
    private static @Nullable Value lineValue(Field field) {
        return switch (LineField.named(field.name()).orElseThrow()) {
            case NAME -> Value.text("l.name");
            case QTY -> Value.of(Kind.NUMBER, "l.qty");
            case UNIT_PRICE -> Value.of(Kind.NUMBER, "l.unit_price");
            case ROW_TOTAL -> Value.of(Kind.NUMBER, "l.row_total");
            case CATEGORY_ID -> Value.of(Kind.IDS, "l.category_ids");
            case SKU, TYPE_ID -> null;
        };
    }
}
