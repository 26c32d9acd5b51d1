package io.clientele.sample;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.clientele.pricing.ProductFactDraft;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The products' file of the AdventureWorks data set, of a few hundred lines. */
final class AdventureWorksProducts {

    private static final String NAME = "AdventureWorks_Products.csv";
    private static final List<String> COLUMNS = List.of(
            "ProductKey",
            "ProductSubcategoryKey",
            "ProductSKU",
            "ProductName",
            "ProductColor",
            "ProductCost",
            "ProductPrice");

    private AdventureWorksProducts() {}

    /** A product as it stands in the file. */
    record Product(String key, int category, String sku, String name, String color, BigDecimal cost, BigDecimal price) {

        ProductFactDraft draft(int websiteId) {
            ObjectNode attributes = JsonNodeFactory.instance.objectNode();
            if (!color.isEmpty() && !color.equals("NA")) {
                attributes.put("color", color);
            }
            return new ProductFactDraft(
                    sku,
                    "simple",
                    null,
                    name,
                    null,
                    null,
                    attributes,
                    List.of(category),
                    List.of(websiteId),
                    DecimalNode.valueOf(price),
                    null,
                    null,
                    null,
                    DecimalNode.valueOf(cost));
        }
    }

    /** The products by their keys. */
    static Map<String, Product> read(Path folder) {
        return DataFile.in(folder, NAME).read(COLUMNS, AdventureWorksProducts::product, products -> {
            Map<String, Product> all = new LinkedHashMap<>();
            products.forEachRemaining(product -> all.put(product.key(), product));
            return all;
        });
    }

    private static Product product(NamedCsvRecord line, String place) {
        return new Product(
                line.getField("ProductKey").strip(),
                Fields.number(line, "ProductSubcategoryKey", place).intValue(),
                line.getField("ProductSKU").strip(),
                line.getField("ProductName").strip(),
                line.getField("ProductColor").strip(),
                Fields.number(line, "ProductCost", place),
                Fields.number(line, "ProductPrice", place));
    }
}
