package io.clientele.pricing;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tier price over REST, as it is answered. */
@Schema(name = "tier-price")
public record TierPriceBody(
        BigDecimal price,
        String priceType,
        int websiteId,
        String sku,
        String customerGroup,
        BigDecimal quantity,
        TierPriceDraft.@Nullable Extension extensionAttributes) {

    static TierPriceBody of(TierPrice price, String group) {
        return new TierPriceBody(
                Decimals.shown(price.value()),
                price.type().code(),
                price.websiteId(),
                price.sku(),
                group,
                Decimals.shown(price.quantity()),
                price.isExtended()
                        ? new TierPriceDraft.Extension(
                                price.segmentId(), Moments.shown(price.validFrom()), Moments.shown(price.validTo()))
                        : null);
    }
}
