package io.clientele.pricing.quote;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What prices are asked for, over GraphQL. */
@Name("PriceQuoteInput")
@NullUnmarked
public class QuoteInput {

    @JsonbProperty("customer_id")
    @Description("Of administrators only: the customer to quote, by number")
    public @Nullable Integer customerId;

    @JsonbProperty("group_id")
    @Description("Of administrators only: the group to quote")
    public @Nullable Integer groupId;

    @JsonbProperty("website_id")
    @Description("The store's website unless another is named")
    public @Nullable Integer websiteId;

    @Description("The currency of the request unless another is named")
    public @Nullable String currency;

    @Description("Of administrators only: the moment whose prices are wanted, as ISO 8601 has it")
    public @Nullable String at;

    @Description("Of administrators only: whether to tell what could have been the price")
    public @Nullable Boolean explain;

    public @NonNull List<@NonNull Line> lines;

    /** So many of a product. */
    @Name("PriceQuoteLineInput")
    @NullUnmarked
    public static class Line {
        public @NonNull String sku;
        public @NonNull Double qty;
    }

    QuoteDraft draft() {
        return new QuoteDraft(
                customerId == null ? null : customerId.longValue(),
                groupId,
                websiteId,
                currency,
                QuoteDraft.moment(at),
                Boolean.TRUE.equals(explain),
                lines.stream()
                        .filter(Objects::nonNull)
                        .map(line -> new QuoteDraft.Line(line.sku, BigDecimal.valueOf(line.qty)))
                        .toList());
    }
}
