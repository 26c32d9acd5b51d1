package io.clientele.pricing;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Tier prices for administrators and integrations. */
@GraphQLApi
public class AdminTierPriceGraphQL {

    private final TierPriceService prices;
    private final TierGroups groups;

    @Inject
    AdminTierPriceGraphQL(TierPriceService prices, TierGroups groups) {
        this.prices = prices;
        this.groups = groups;
    }

    /** The tier prices of the products that there are, by sku and quantity. */
    @Query
    @Acl(ProductFactService.RESOURCE)
    public @NonNull List<@NonNull AdminTierPriceNode> adminTierPrices(@NonNull List<@NonNull String> skus) {
        return prices.of(skus).stream()
                .map(price -> AdminTierPriceNode.of(price, groups.code(price.groupId())))
                .toList();
    }

    /** Adds prices, or changes those with the same website, group, quantity and beginning. */
    @Mutation
    @Acl(ProductFactService.RESOURCE)
    public @NonNull AdminTierPricesOutput adminSetTierPrices(@NonNull List<@NonNull AdminTierPriceInput> prices) {
        return AdminTierPricesOutput.of(this.prices.add(AdminTierPriceInput.drafts(prices)));
    }

    /** Puts the prices in the place of all that their products have. */
    @Mutation
    @Acl(ProductFactService.RESOURCE)
    public @NonNull AdminTierPricesOutput adminReplaceTierPrices(@NonNull List<@NonNull AdminTierPriceInput> prices) {
        return AdminTierPricesOutput.of(this.prices.replace(AdminTierPriceInput.drafts(prices)));
    }

    /** Deletes the prices that are as they are named. */
    @Mutation
    @Acl(ProductFactService.RESOURCE)
    public @NonNull AdminTierPricesOutput adminDeleteTierPrices(@NonNull List<@NonNull AdminTierPriceInput> prices) {
        return AdminTierPricesOutput.of(this.prices.delete(AdminTierPriceInput.drafts(prices)));
    }
}
