package io.clientele.activity.history;

import io.clientele.activity.history.OrderInputs.OrderFilter;
import io.clientele.activity.history.OrderInputs.OrderSort;
import io.clientele.activity.history.OrderNodes.Item;
import io.clientele.activity.history.OrderNodes.OrderNode;
import io.clientele.activity.history.ReviewNodes.ReviewNode;
import io.clientele.activity.history.ReviewNodes.ReviewsNode;
import io.clientele.customer.graphql.CustomerNode;
import io.clientele.pricing.quote.PricedProduct;
import io.clientele.pricing.quote.ProductNodes;
import io.clientele.pricing.quote.ProductNodes.ProductNode;
import io.clientele.pricing.quote.ProductPriceService;
import io.clientele.shared.Fold;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** A customer's orders and reviews over GraphQL. */
@GraphQLApi
public class HistoryGraphQL {

    private final OrderHistoryService orders;
    private final ReviewHistoryService reviews;
    private final ProductPriceService products;

    @Inject
    HistoryGraphQL(OrderHistoryService orders, ReviewHistoryService reviews, ProductPriceService products) {
        this.orders = orders;
        this.reviews = reviews;
        this.products = products;
    }

    /** The orders that the shop has reported. */
    public List<OrdersNode> orders(
            @Source List<CustomerNode> customers,
            @Nullable OrderFilter filter,
            @DefaultValue("1") int currentPage,
            @DefaultValue("20") int pageSize,
            @Nullable OrderSort sort,
            @Nullable String scope) {
        Map<Long, OrderPage> pages =
                orders.pages(ids(customers), OrderInputs.query(filter, currentPage, pageSize, sort, scope));
        return ids(customers).stream()
                .map(id -> OrdersNode.of(Objects.requireNonNull(pages.get(id)), orders::baseCurrency))
                .toList();
    }

    /** What was bought. */
    public List<List<Item>> items(@Source List<OrderNode> nodes) {
        Map<Long, List<OrderLine>> lines =
                orders.lines(nodes.stream().map(node -> node.order().id()).toList());
        return nodes.stream()
                .map(OrderNode::order)
                .map(order -> lines.getOrDefault(order.id(), List.of()).stream()
                        .map(line -> Item.of(line, order.currency()))
                        .toList())
                .toList();
    }

    /** The reviews that the customer wrote. */
    public List<ReviewsNode> reviews(
            @Source List<CustomerNode> customers,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        Map<Long, Page<Review>> pages = reviews.pages(ids(customers), pageSize, currentPage);
        return ids(customers).stream()
                .map(id -> ReviewsNode.of(Objects.requireNonNull(pages.get(id))))
                .toList();
    }

    /** The product as the store sells it now; nothing where it does not. */
    public List<@Nullable ProductNode> product(@Source List<Item> items) {
        List<String> skus = items.stream().map(Item::productSku).toList();
        return ProductNodes.inOrder(skus, products.priced(skus));
    }

    /** The product as the store sells it now; where it does not, all that is known is its SKU. */
    @Name("product")
    public List<ProductNode> reviewedProduct(@Source List<ReviewNode> nodes) {
        List<String> skus = nodes.stream().map(node -> node.review().sku()).toList();
        Map<String, PricedProduct> priced = products.priced(skus);
        return skus.stream()
                .map(sku -> priced.getOrDefault(Fold.key(sku), products.unpriced(sku, sku)))
                .map(ProductNodes::of)
                .toList();
    }

    private static List<Long> ids(List<CustomerNode> customers) {
        return customers.stream().map(node -> node.customer().id()).toList();
    }
}
