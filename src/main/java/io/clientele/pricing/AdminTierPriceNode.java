package io.clientele.pricing;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A tier price as administrators see it.
 *
 * @param customerGroup the code of a group, or ALL GROUPS
 * @param priceType fixed or discount
 */
@Name("AdminTierPrice")
public record AdminTierPriceNode(
        @NonNull String sku,
        @NonNull @Name("website_id") Integer websiteId,
        @NonNull @Name("customer_group") String customerGroup,
        @Id @Name("customer_segment_id") @Nullable String customerSegmentId,
        @NonNull Double quantity,
        @NonNull @Name("price_type") String priceType,
        @NonNull Double price,
        @Name("valid_from") @Nullable String validFrom,
        @Name("valid_to") @Nullable String validTo) {

    static AdminTierPriceNode of(TierPrice price, String group) {
        return new AdminTierPriceNode(
                price.sku(),
                price.websiteId(),
                group,
                price.segmentId() == null ? null : price.segmentId().toString(),
                price.quantity().doubleValue(),
                price.type().code(),
                price.value().doubleValue(),
                Moments.shown(price.validFrom()),
                Moments.shown(price.validTo()));
    }
}
