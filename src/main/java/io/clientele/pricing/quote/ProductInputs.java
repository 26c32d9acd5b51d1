package io.clientele.pricing.quote;

import io.clientele.pricing.quote.ProductQuery.By;
import io.clientele.pricing.quote.ProductQuery.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** What storefronts ask for products with. */
public final class ProductInputs {

    private ProductInputs() {}

    /** Which products; this service knows them by their SKU only. */
    @Name("ProductAttributeFilterInput")
    public static class Filter {
        public @Nullable Values sku;

        @Nullable
        List<String> skus() {
            return sku == null ? null : sku.all();
        }
    }

    /** One of these values. */
    @Name("FilterEqualTypeInput")
    public static class Values {
        public @Nullable String eq;
        public @Nullable List<@Nullable String> in;

        /** The values that pass; what is asked both ways must pass both. */
        List<String> all() {
            List<String> several = in == null
                    ? List.of()
                    : in.stream().filter(Objects::nonNull).toList();
            if (eq == null) {
                return several;
            }
            return in == null || several.contains(eq) ? List.of(eq) : List.of();
        }
    }

    /** In which order; position and relevance are the order in which the products are named. */
    @Name("ProductAttributeSortInput")
    public static class Sort {
        public @Nullable String name;
        public @Nullable String position;
        public @Nullable String price;
        public @Nullable String relevance;

        List<Order> orders() {
            List<Order> orders = new ArrayList<>();
            add(orders, By.NAME, name);
            add(orders, By.PRICE, price);
            add(
                    orders,
                    By.NAMED,
                    Stream.of(position, relevance)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
            return orders;
        }

        private static void add(List<Order> orders, By by, @Nullable String direction) {
            if (direction != null) {
                orders.add(new Order(by, direction.equals("DESC")));
            }
        }
    }
}
