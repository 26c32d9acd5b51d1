package io.clientele.activity.history;

import io.clientele.activity.history.WishlistNodes.ItemNode;
import io.clientele.activity.history.WishlistNodes.ItemsNode;
import io.clientele.activity.history.WishlistNodes.OlderItem;
import io.clientele.activity.history.WishlistNodes.WishlistNode;
import io.clientele.customer.graphql.CustomerNode;
import io.clientele.customer.graphql.Uid;
import io.clientele.pricing.quote.ProductNodes;
import io.clientele.pricing.quote.ProductNodes.ProductNode;
import io.clientele.pricing.quote.ProductPriceService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** A customer's wish lists over GraphQL. */
@GraphQLApi
public class WishlistGraphQL {

    private final WishlistHistoryService wishlists;
    private final ProductPriceService products;

    @Inject
    WishlistGraphQL(WishlistHistoryService wishlists, ProductPriceService products) {
        this.wishlists = wishlists;
        this.products = products;
    }

    /** The oldest of them; an empty one for a customer who has none. */
    public List<WishlistNode> wishlist(@Source List<CustomerNode> customers) {
        return of(customers).stream()
                .map(lists -> lists.isEmpty() ? WishlistNode.empty() : WishlistNode.of(lists.getFirst()))
                .toList();
    }

    /** A page of them, the oldest first. */
    public List<List<WishlistNode>> wishlists(
            @Source List<CustomerNode> customers,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return of(customers).stream()
                .map(lists -> WishlistHistoryService.page(lists, pageSize, currentPage).items().stream()
                        .map(WishlistNode::of)
                        .toList())
                .toList();
    }

    /** The one with the id; nothing where the customer has none with it. */
    @Name("wishlist_v2")
    public List<@Nullable WishlistNode> wishlistV2(@Source List<CustomerNode> customers, @Id String id) {
        return of(customers).stream()
                .map(lists -> lists.stream()
                        .filter(list -> Uid.of(list.id()).equals(id))
                        .findFirst()
                        .map(WishlistNode::of)
                        .orElse(null))
                .toList();
    }

    /** A page of what is on it. */
    @Name("items_v2")
    public List<ItemsNode> itemsV2(
            @Source List<WishlistNode> lists, @DefaultValue("1") int currentPage, @DefaultValue("20") int pageSize) {
        return lists.stream()
                .map(list -> ItemsNode.of(WishlistHistoryService.page(list.all(), pageSize, currentPage)))
                .toList();
    }

    /** The product as the store sells it now; nothing where it does not. */
    public List<@Nullable ProductNode> product(@Source List<ItemNode> items) {
        List<String> skus = items.stream().map(ItemNode::sku).toList();
        return ProductNodes.inOrder(skus, products.priced(skus));
    }

    /** The product as the store sells it now; nothing where it does not. */
    @Name("product")
    public List<@Nullable ProductNode> olderProduct(@Source List<OlderItem> items) {
        List<String> skus = items.stream().map(OlderItem::sku).toList();
        return ProductNodes.inOrder(skus, products.priced(skus));
    }

    private List<List<Wishlist>> of(List<CustomerNode> customers) {
        List<Long> ids = customers.stream().map(node -> node.customer().id()).toList();
        Map<Long, List<Wishlist>> all = wishlists.ofCustomers(ids);
        return ids.stream().map(id -> all.getOrDefault(id, List.of())).toList();
    }
}
