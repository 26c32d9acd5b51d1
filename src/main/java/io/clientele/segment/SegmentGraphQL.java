package io.clientele.segment;

import io.clientele.customer.graphql.CustomerNode;
import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Segments on the storefront. */
@GraphQLApi
public class SegmentGraphQL {

    private final SegmentSharing sharing;

    @Inject
    SegmentGraphQL(SegmentSharing sharing) {
        this.sharing = sharing;
    }

    /** The segments of whoever has the cart. */
    @Query
    public @Nullable List<SegmentNode> customerSegments(String cartId) {
        return sharing.ofCart(cartId).map(SegmentGraphQL::nodes).orElse(null);
    }

    /** The segments the customer is in; null where shoppers are not told. */
    public List<@Nullable List<SegmentNode>> segments(@Source List<CustomerNode> customers) {
        Map<Long, Set<Long>> segments = sharing.of(
                        customers.stream().map(node -> node.customer().id()).toList())
                .orElse(null);
        return segments == null
                ? Collections.nCopies(customers.size(), null)
                : customers.stream()
                        .map(node -> nodes(segments.getOrDefault(node.customer().id(), Set.of())))
                        .toList();
    }

    /** Whether shoppers are told their segments. */
    @Name("share_active_segments")
    public List<Boolean> shareActiveSegments(@Source List<StoreConfigNode> configs) {
        return configs.stream().map(config -> sharing.isOn(config.view())).toList();
    }

    private static List<SegmentNode> nodes(Collection<Long> ids) {
        return ids.stream().sorted().map(SegmentNode::of).toList();
    }
}
