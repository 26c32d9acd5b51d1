package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer's wish list as a shop reports it.
 *
 * @param updatedAt when the shop last changed it; the time of receipt when it is left out
 */
@Schema(name = "activity-wishlist")
public record WishlistDraft(
        @Nullable String externalId,
        @Nullable Long customerId,
        @Nullable String updatedAt,
        @Nullable List<WishlistItemDraft> items) {

    /** A product that is wished for. */
    @Schema(name = "activity-wishlist-item")
    public record WishlistItemDraft(
            @Nullable String sku,

            @Schema(implementation = BigDecimal.class) @Nullable
            JsonNode qty,

            @Nullable String addedAt) {}
}
