package io.clientele.movein;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files that shops export and that are not taken over. */
enum NotTaken {
    ORDER_GRID(
            "Purchase Point",
            "the list of orders has neither their lines nor their currency; docs/moving-in.md says how to get the orders"),
    PRODUCTS(
            "sku,product_type",
            "products are reported to /rest/V1/productFacts/import, before tier prices are taken over"),
    STOCK("sku,source_code", "stock is nothing of ours"),
    SUBSCRIBERS("subscriber_email", "docs/moving-in.md says what becomes of newsletters");

    /** That tell such a file, with commas between them. */
    private final String columns;

    private final String why;

    NotTaken(String columns, String why) {
        this.columns = columns;
        this.why = why;
    }

    String why() {
        return why;
    }

    static Optional<NotTaken> of(List<String> columns) {
        return Arrays.stream(values())
                .filter(each -> columns.containsAll(List.of(each.columns.split(","))))
                .findFirst();
    }
}
