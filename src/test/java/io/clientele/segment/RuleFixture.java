package io.clientele.segment;

import java.util.List;
import java.util.Map;

/** Rules as REST takes them. */
public final class RuleFixture {

    /** A rule in one line that nobody fits. */
    public static final String TEXT = "lastname = nobody";

    private RuleFixture() {}

    public static Map<String, Object> all(Object... conditions) {
        return Map.of("type", "combine", "aggregator", "all", "value", true, "conditions", List.of(conditions));
    }

    public static Map<String, Object> none(Object... conditions) {
        return Map.of("type", "combine", "aggregator", "all", "value", false, "conditions", List.of(conditions));
    }

    public static Map<String, Object> lastname(String name) {
        return Map.of("type", "lastname", "operator", "is", "value", name);
    }

    public static Map<String, Object> group(int id) {
        return Map.of("type", "group_id", "operator", "is", "value", Integer.toString(id));
    }

    public static Map<String, Object> orders(int atLeast) {
        return Map.of("type", "orders", "measure", "count", "operator", "greater_or_equal", "value", atLeast);
    }

    public static Map<String, Object> ordersWithin(int days, int atLeast) {
        return Map.of(
                "type",
                "orders",
                "measure",
                "count",
                "operator",
                "greater_or_equal",
                "value",
                atLeast,
                "period",
                Map.of("last_days", days));
    }

    public static Map<String, Object> cartLines(int atLeast) {
        return Map.of("type", "cart", "measure", "lines", "operator", "greater_or_equal", "value", atLeast);
    }

    public static Map<String, Object> inSegment(long id) {
        return Map.of("type", "segment", "operator", "is", "value", id);
    }

    public static Map<String, Object> notInSegment(long id) {
        return Map.of("type", "segment", "operator", "is_not", "value", id);
    }
}
