package io.clientele.pricing.quote;

import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What prices are asked for, as REST takes it. */
@Schema(name = "quote-request")
public record QuoteBody(
        @Nullable Long customerId,
        @Nullable Integer groupId,
        @Nullable Integer websiteId,
        @Nullable String currency,
        @Nullable String at,
        @Nullable Boolean explain,
        @Nullable List<Line> lines) {

    /** So many of a product. */
    @Schema(name = "quote-request-line")
    public record Line(@Nullable String sku, @Nullable BigDecimal qty) {}

    QuoteDraft draft() {
        if (lines == null) {
            throw Refusals.required("lines");
        }
        return new QuoteDraft(
                customerId,
                groupId,
                websiteId,
                currency,
                QuoteDraft.moment(at),
                Boolean.TRUE.equals(explain),
                lines.stream()
                        .map(line -> new QuoteDraft.Line(line.sku(), line.qty()))
                        .toList());
    }
}
