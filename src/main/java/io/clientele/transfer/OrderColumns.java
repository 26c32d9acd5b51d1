package io.clientele.transfer;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of orders, in the contract's names. In CSV each row is a line of an order, and those of one order stand behind each
 * other; in JSON an order is an object with its lines in {@link #ITEMS} and addresses as objects.
 */
final class OrderColumns {

    static final String NUMBER = "increment_id";
    static final String WEBSITE = "_website";
    static final String STORE = "_store";
    static final String STORE_ID = "store_id";
    static final String CUSTOMER = "customer_id";
    static final String EMAIL = "customer_email";
    static final String CURRENCY = "order_currency_code";
    static final String TOTAL = "grand_total";
    static final String ITEMS = "items";
    static final String PARENT_ITEM = "parent_item_id";
    static final String SKU = "sku";

    static final String BILLING = "billing_";
    static final String SHIPPING = "shipping_";

    /** What activity calls the parts of an order, and what the columns are called. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("external_id", NUMBER),
            Map.entry("website_id", WEBSITE),
            Map.entry("customer_external_id", CUSTOMER),
            Map.entry("placed_at", "created_at"),
            Map.entry("currency", CURRENCY),
            Map.entry("tax", "tax_amount"),
            Map.entry("shipping", "shipping_amount"),
            Map.entry("discount", "discount_amount"),
            Map.entry("refunded", "total_refunded"),
            Map.entry("qty", "qty_ordered"),
            Map.entry("unit_price", "price"));

    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.(.+)");
    private static final Pattern OF_ADDRESS = Pattern.compile("(billing|shipping)_address\\.(.+)");

    private OrderColumns() {}

    /** What the file calls a part of an order. */
    static String column(String field) {
        Matcher line = OF_LINE.matcher(field);
        if (line.matches()) {
            return NAMES.getOrDefault(line.group(2), line.group(2));
        }
        Matcher address = OF_ADDRESS.matcher(field);
        return address.matches() ? address.group(1) + '_' + address.group(2) : NAMES.getOrDefault(field, field);
    }

    /** Which line of the order the part is of, from 0 on. */
    static Optional<Integer> line(@Nullable String field) {
        Matcher line = OF_LINE.matcher(field == null ? "" : field);
        return line.matches() ? Optional.of(Integer.valueOf(line.group(1))) : Optional.empty();
    }
}
