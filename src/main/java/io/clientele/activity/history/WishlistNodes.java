package io.clientele.activity.history;

import io.clientele.customer.graphql.AddressesNode.PageInfoNode;
import io.clientele.customer.graphql.Uid;
import io.clientele.shared.ShownTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Wish lists as GraphQL shows them. Nobody but their owner sees them here. */
public final class WishlistNodes {

    private static final String PRIVATE = "PRIVATE";

    private WishlistNodes() {}

    /** A wish list; what is on it is read in pages. */
    @Name("Wishlist")
    public record WishlistNode(
            @Ignore List<Wishlist.Item> all,
            @Nullable @Id String id,
            @Name("items_count") Integer itemsCount,
            @Nullable @Name("updated_at") String updatedAt,
            String visibility,
            List<OlderItem> items) {

        static WishlistNode of(Wishlist list) {
            return new WishlistNode(
                    list.items(),
                    Uid.of(list.id()),
                    list.items().size(),
                    ShownTime.of(list.changedAt()),
                    PRIVATE,
                    list.items().stream().map(OlderItem::of).toList());
        }

        /** Of a customer who has none. */
        static WishlistNode empty() {
            return new WishlistNode(List.of(), null, 0, null, PRIVATE, List.of());
        }
    }

    /** So many of a product on a wish list, in the form of older clients. */
    @Name("WishlistItem")
    public record OlderItem(
            @Ignore String sku,
            Integer id,
            @Name("added_at") String addedAt,
            Double qty) {

        static OlderItem of(Wishlist.Item item) {
            return new OlderItem(
                    item.sku(),
                    item.line(),
                    ShownTime.of(item.addedAt()),
                    item.qty().doubleValue());
        }
    }

    /** A page of a wish list. */
    @Name("WishlistItems")
    public record ItemsNode(
            List<ItemNode> items, @Name("page_info") PageInfoNode pageInfo) {

        static ItemsNode of(Page<Wishlist.Item> page) {
            return new ItemsNode(page.items().stream().map(ItemNode::of).toList(), PageNodes.info(page));
        }
    }

    /** So many of a product on a wish list; shops do not report what was chosen of its options. */
    @Name("SimpleWishlistItem")
    public record ItemNode(
            @Ignore String sku,
            @Id String id,
            @Name("added_at") String addedAt,
            Double quantity) {

        static ItemNode of(Wishlist.Item item) {
            return new ItemNode(
                    item.sku(),
                    Uid.of(item.wishlistId(), item.line()),
                    ShownTime.of(item.addedAt()),
                    item.qty().doubleValue());
        }
    }
}
