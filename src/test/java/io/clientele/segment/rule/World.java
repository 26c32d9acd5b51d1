package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.segment.rule.tree.AddressField;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.OrderField;
import io.clientele.segment.rule.tree.ProfileField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shop knows, as the tests evaluate rules over it; {@link WorldFixture} has put the same into the database. */
record World(
        Map<Integer, String> zones,
        List<Customer> customers,
        List<Visitor> visitors,
        List<Order> orders,
        List<CartOf> carts,
        List<View> views,
        List<Wish> wishes,
        Map<String, Product> products,
        Set<Member> members) {

    /** @param fields by {@link ProfileField}; a folded text is a {@code String}, one that is compared exactly an {@link Exact} */
    record Customer(
            long id,
            int website,
            String tie,
            Map<ProfileField, Object> fields,
            Map<String, Object> attributes,
            List<AddressOf> addresses,
            Map<Integer, Boolean> newsletter,
            List<Balance> balances) {}

    record Visitor(long id, int website) {}

    record Exact(String text) {}

    record AddressOf(
            Map<AddressField, Object> fields, Map<String, Object> attributes, boolean billing, boolean shipping) {}

    record Balance(int website, String kind, BigDecimal amount) {}

    record Order(
            @Nullable Long customer,
            int website,
            Instant placed,
            Map<OrderField, Object> fields,
            @Nullable Map<AddressField, Object> billing,
            @Nullable Map<AddressField, Object> shipping,
            List<Line> lines) {

        boolean cancelled() {
            return Boolean.TRUE.equals(fields.get(OrderField.IS_CANCELLED));
        }

        String status() {
            return ((Exact) fields.get(OrderField.STATUS)).text();
        }

        BigDecimal total() {
            return (BigDecimal) fields.get(OrderField.BASE_TOTAL);
        }

        BigDecimal qty() {
            return (BigDecimal) fields.get(OrderField.TOTAL_QTY);
        }
    }

    record Line(
            String sku,
            @Nullable String name,
            BigDecimal qty,
            BigDecimal price,
            BigDecimal total,
            List<Integer> categories) {}

    record CartOf(
            @Nullable Long customer,
            @Nullable Long visitor,
            int website,
            boolean active,
            Map<Condition.CartMeasure, BigDecimal> sums,
            List<String> skus) {}

    record View(@Nullable Long customer, @Nullable Long visitor, int website, String sku, Instant at) {}

    record Wish(long customer, List<String> skus) {}

    record Product(
            String sku,
            String name,
            String type,
            @Nullable Integer attributeSet,
            ObjectNode attributes,
            List<Integer> categories,
            Map<Integer, BigDecimal> prices) {

        @Nullable
        JsonNode attribute(String code) {
            return attributes.get(code);
        }
    }

    record Member(long segment, long customer) {}
}
