package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.sql.Value.Kind;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Field;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ProductField;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/**
 * Rows {@code l} that name a product by its SKU, with what is known of the product as {@code f}.
 *
 * @param website the expression that gives the website whose price is meant
 */
record ListedProducts(Zoned scope, String website) {

    /** What joins the products when the tests ask for them; nothing otherwise. */
    String join(List<Test> tests, Aggregator aggregator, boolean value) {
        if (tests.stream().noneMatch(ListedProducts::asksProduct)) {
            return "";
        }
        boolean unknownFails = aggregator == Aggregator.ALL
                && tests.stream().anyMatch(test -> asksProduct(test) && failsUnknown(test, value));
        return (unknownFails ? " join" : " left join") + " product_fact f on f.sku_key = l.sku_key";
    }

    String join(Tests tests) {
        return join(tests.tests(), tests.aggregator(), tests.value());
    }

    private static boolean asksProduct(Test test) {
        return test.field().attribute()
                || ProductField.named(test.field().name())
                        .filter(field -> field != ProductField.SKU)
                        .isPresent();
    }

    /** Whether the test cannot come out for a product that nothing is known of. */
    private static boolean failsUnknown(Test test, boolean value) {
        return value && !test.operator().negates() && test.operator() != Operator.IS_EMPTY;
    }

    Fit fit(Test test) {
        return Comparison.of(value(test.field()), test.operator(), test.operand(), scope);
    }

    private Value value(Field field) {
        if (field.attribute()) {
            return new Value(Kind.ANY, SqlFragment.of("(f.attributes -> ?::text)", field.name()));
        }
        return switch (ProductField.named(field.name()).orElseThrow()) {
            case SKU -> Value.of(Kind.FOLDED, "l.sku_key");
            case NAME -> Value.text("f.name");
            case TYPE_ID -> Value.text("f.type_id");
            case ATTRIBUTE_SET_ID -> Value.of(Kind.NUMBER, "f.attribute_set_id");
            case CATEGORY_ID -> Value.of(Kind.IDS, "f.category_ids");
            case PRICE ->
                Value.of(
                        Kind.NUMBER,
                        "(select r.price from product_price r where r.product_id = f.product_id and r.website_id in (0, "
                                + website + ") and r.price is not null order by r.website_id desc limit 1)");
        };
    }
}
