package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cart as a shop reports it, in the base currency of its website.
 *
 * @param externalId the id that GraphQL calls {@code cartId}
 * @param visitorId whose it is who has not signed in
 * @param updatedAt when the shop last changed it
 * @param storeCreditUsed nothing when it is left out, as with tax, shipping and gift cards
 */
@Schema(name = "activity-cart")
public record CartDraft(
        @Nullable String externalId,
        @Nullable Long customerId,
        @Nullable String customerExternalId,
        @Nullable String customerEmail,
        @Nullable Long visitorId,
        @Nullable Integer websiteId,
        @Nullable Boolean isActive,
        @Nullable String updatedAt,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode subtotal,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode tax,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode shipping,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode storeCreditUsed,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode giftCardUsed,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode grandTotal,
        @Nullable List<CartItemDraft> items) {

    /** A line of a cart. */
    @Schema(name = "activity-cart-item")
    public record CartItemDraft(
            @Nullable String sku,

            @Schema(implementation = BigDecimal.class) @Nullable
            JsonNode qty,

            @Schema(implementation = BigDecimal.class) @Nullable
            JsonNode rowTotal) {}
}
