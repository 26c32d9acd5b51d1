package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A tier price as administrators send it; without a website it is one of all websites. */
@Name("AdminTierPriceInput")
public class AdminTierPriceInput {
    public @NonNull String sku = "";

    @JsonbProperty("website_id")
    public @Nullable Integer websiteId;

    @JsonbProperty("customer_group")
    public @NonNull String customerGroup = "";

    @JsonbProperty("customer_segment_id")
    @Id
    public @Nullable String customerSegmentId;

    public @NonNull Double quantity = 0.0;

    @JsonbProperty("price_type")
    public @NonNull String priceType = "";

    public @NonNull Double price = 0.0;

    @JsonbProperty("valid_from")
    public @Nullable String validFrom;

    @JsonbProperty("valid_to")
    public @Nullable String validTo;

    static List<TierPriceDraft> drafts(List<AdminTierPriceInput> inputs) {
        return inputs.stream().map(AdminTierPriceInput::draft).toList();
    }

    private TierPriceDraft draft() {
        return new TierPriceDraft(
                number(price),
                priceType,
                websiteId == null ? 0 : websiteId,
                sku,
                customerGroup,
                number(quantity),
                new TierPriceDraft.Extension(TierPriceFile.segmentId(customerSegmentId), validFrom, validTo));
    }

    /** The shortest decimal number that the binary one stands for: what was sent. */
    private static JsonNode number(Double sent) {
        return DecimalNode.valueOf(Decimals.shown(BigDecimal.valueOf(sent)));
    }
}
