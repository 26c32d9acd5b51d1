package io.clientele.pricing.quote;

import io.clientele.customer.graphql.Uid;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A quote as GraphQL shows it. */
@Name("PriceQuote")
public record QuoteNode(
        @NonNull String currency,
        @Id @Name("group_uid") @NonNull String groupUid,
        @NonNull List<@NonNull Line> lines) {

    /** What one line costs. */
    @Name("PriceQuoteLine")
    public record Line(
            @NonNull String sku,
            @NonNull Double qty,
            @Name("unit_price") @NonNull MoneyNode unitPrice,
            @Name("unit_price_incl_tax") @NonNull MoneyNode unitPriceInclTax,
            @Name("row_total") @NonNull MoneyNode rowTotal,
            @Name("row_total_incl_tax") @NonNull MoneyNode rowTotalInclTax,
            @Name("tax_percent") @NonNull Double taxPercent,
            @Name("next_tiers") @NonNull List<@NonNull NextTier> nextTiers,
            @Nullable List<@NonNull Candidate> candidates) {}

    /** From this quantity on a unit costs this, without tax. */
    @Name("PriceQuoteNextTier")
    public record NextTier(
            @NonNull Double qty,
            @Name("unit_price") @NonNull MoneyNode unitPrice) {}

    /** What could have been the price. */
    @Name("PriceQuoteCandidate")
    public record Candidate(
            @NonNull String source,
            @Name("unit_price") @NonNull MoneyNode unitPrice,
            @Nullable Double qty,
            @Name("website_id") @Nullable Integer websiteId,
            @Name("group_id") @Nullable Integer groupId,
            @NonNull Boolean won,
            @NonNull String reason) {}

    static QuoteNode of(PriceQuote quote) {
        String currency = quote.currency();
        return new QuoteNode(
                currency,
                Uid.of(quote.groupId()),
                quote.lines().stream().map(line -> line(line, currency)).toList());
    }

    private static Line line(PriceQuote.Line line, String currency) {
        List<PriceQuote.Candidate> candidates = line.candidates();
        return new Line(
                line.sku(),
                line.qty().doubleValue(),
                money(line.unitPrice(), currency),
                money(line.unitPriceInclTax(), currency),
                money(line.rowTotal(), currency),
                money(line.rowTotalInclTax(), currency),
                line.taxPercent().doubleValue(),
                line.nextTiers().stream()
                        .map(tier -> new NextTier(tier.qty().doubleValue(), money(tier.unitPrice(), currency)))
                        .toList(),
                candidates == null
                        ? null
                        : candidates.stream()
                                .map(each -> candidate(each, currency))
                                .toList());
    }

    private static Candidate candidate(PriceQuote.Candidate each, String currency) {
        return new Candidate(
                each.source(),
                money(each.unitPrice(), currency),
                each.qty() == null ? null : each.qty().doubleValue(),
                each.websiteId(),
                each.groupId(),
                each.won(),
                each.reason());
    }

    private static MoneyNode money(BigDecimal amount, String currency) {
        return new MoneyNode(currency, amount.doubleValue());
    }
}
