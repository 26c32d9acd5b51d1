package io.clientele.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.activity.OrderAddressDraft;
import io.clientele.activity.OrderDraft;
import io.clientele.activity.OrderLineDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Understands the columns of orders. */
final class OrderCells {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private OrderCells() {}

    /**
     * Whose an order is.
     *
     * @param customerId the account's id here; null where none was found by one
     * @param externalId the key others know the account by, likewise
     * @param email the address that is reported where no account is named
     */
    record Owner(
            @Nullable Long customerId,
            @Nullable String externalId,
            @Nullable String email) {}

    /** The order that the rows are. */
    static OrderDraft draft(RowGroup rows, int websiteId, Owner owner) {
        FileRow first = rows.first();
        return new OrderDraft(
                first.text(OrderColumns.NUMBER),
                owner.customerId(),
                owner.externalId(),
                owner.email(),
                websiteId,
                text(first, "status"),
                moment(first, "created_at"),
                moment(first, "updated_at"),
                text(first, OrderColumns.CURRENCY),
                number(first.text("subtotal")),
                orNothing(first.text("tax_amount")),
                orNothing(first.text("shipping_amount")),
                // The contract keeps what was taken off as less than nothing.
                orNothing(first.text("discount_amount").replaceFirst("^-", "")),
                number(first.text(OrderColumns.TOTAL)),
                number(first.text("total_refunded")),
                text(first, "coupon_code"),
                address(first, OrderColumns.BILLING),
                address(first, OrderColumns.SHIPPING),
                lines(rows).stream().map(OrderCells::line).toList());
    }

    /** The lines, but for parts of others: a set's price stands with the set. */
    static List<UnaryOperator<String>> lines(RowGroup rows) {
        String items = rows.first().text(OrderColumns.ITEMS);
        return rows.first().cells().containsKey(OrderColumns.ITEMS)
                ? objects(items)
                        .map(OrderCells::cells)
                        .filter(OrderCells::isWhole)
                        .toList()
                : lineRows(rows).stream()
                        .<UnaryOperator<String>>map(row -> row::text)
                        .toList();
    }

    /** The rows that are the lines, where each line is a row. */
    static List<FileRow> lineRows(RowGroup rows) {
        return rows.rows().stream()
                .filter(row -> !row.text(OrderColumns.SKU).isEmpty() && isWhole(row::text))
                .toList();
    }

    private static boolean isWhole(UnaryOperator<String> line) {
        return List.of("", "0").contains(line.apply(OrderColumns.PARENT_ITEM));
    }

    private static OrderLineDraft line(UnaryOperator<String> line) {
        String name = line.apply("name");
        return new OrderLineDraft(
                line.apply(OrderColumns.SKU),
                name.isEmpty() ? null : name,
                number(line.apply("qty_ordered")),
                number(line.apply("price")),
                number(line.apply("row_total")),
                null);
    }

    /** Of columns with the prefix, of an object of that name, or of the contract's way of saying where an order is sent. */
    private static @Nullable OrderAddressDraft address(FileRow row, String prefix) {
        JsonNode object = object(row.text(prefix + "address"));
        if (object == null && prefix.equals(OrderColumns.SHIPPING)) {
            JsonNode extension = object(row.text("extension_attributes"));
            JsonNode sent = extension == null
                    ? null
                    : extension
                            .path("shipping_assignments")
                            .path(0)
                            .path("shipping")
                            .path("address");
            object = sent == null || !sent.isObject() ? null : sent;
        }
        UnaryOperator<String> cell = object == null ? column -> row.text(prefix + column) : cells(object);
        String street = cell.apply("street");
        return new OrderAddressDraft(
                said(cell, "prefix"),
                said(cell, "firstname"),
                said(cell, "middlename"),
                said(cell, "lastname"),
                said(cell, "suffix"),
                said(cell, "company"),
                street.isEmpty() ? null : List.of(street.split("\r\n|\r|\n", -1)),
                said(cell, "city"),
                said(cell, "region") == null ? null : TextNode.valueOf(cell.apply("region")),
                null,
                said(cell, "region_code"),
                said(cell, "postcode"),
                said(cell, "country_id"),
                said(cell, "telephone"),
                said(cell, "fax"),
                said(cell, "vat_id"));
    }

    private static @Nullable String said(UnaryOperator<String> cell, String column) {
        String text = cell.apply(column);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(FileRow row, String column) {
        return said(row::text, column);
    }

    private static @Nullable String moment(FileRow row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? null : FileDates.moment(text).orElse(text);
    }

    private static @Nullable JsonNode number(String text) {
        return text.isEmpty() ? null : TextNode.valueOf(text);
    }

    private static JsonNode orNothing(String text) {
        return TextNode.valueOf(text.isEmpty() ? "0" : text);
    }

    /** The members of an object as cells; the lines of a street with line breaks between them. */
    private static UnaryOperator<String> cells(JsonNode object) {
        return name -> {
            JsonNode value = object.path(name);
            if (value.isArray()) {
                List<String> lines = new ArrayList<>();
                value.forEach(line -> lines.add(line.asText()));
                return String.join("\n", lines);
            }
            return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        };
    }

    private static @Nullable JsonNode object(String json) {
        JsonNode node = parsed(json);
        return node != null && node.isObject() ? node : null;
    }

    private static Stream<JsonNode> objects(String json) {
        JsonNode node = parsed(json);
        return node == null || !node.isArray()
                ? Stream.empty()
                : StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject);
    }

    private static @Nullable JsonNode parsed(String json) {
        try {
            return json.isEmpty() ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // A column of that name in a CSV file may hold anything.
            return null;
        }
    }
}
