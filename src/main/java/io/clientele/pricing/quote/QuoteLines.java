package io.clientele.pricing.quote;

import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a quote that are good in themselves; what is wrong with them is told for all of them at once. */
record QuoteLines(List<Line> lines) {

    private static final int DIGITS_BEFORE = 8;
    private static final int DIGITS_AFTER = 4;

    /** So many of the product with the key. */
    record Line(String sku, String key, BigDecimal qty) {}

    static QuoteLines checked(List<QuoteDraft.Line> sent) {
        List<Line> lines = new ArrayList<>(sent.size());
        List<Refusal> refusals = new ArrayList<>();
        for (QuoteDraft.Line each : sent) {
            int number = lines.size() + refusals.size() + 1;
            Refusal refusal = inItself(each, number);
            if (refusal == null) {
                String sku = Objects.requireNonNull(each.sku()).strip();
                lines.add(new Line(sku, Fold.key(sku), Objects.requireNonNull(each.qty())));
            } else {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw Refusal.all(refusals);
        }
        return new QuoteLines(lines);
    }

    private static @Nullable Refusal inItself(QuoteDraft.Line line, int number) {
        if (line.sku() == null || line.sku().isBlank()) {
            return QuoteRefusals.missing("sku", number);
        }
        BigDecimal qty = line.qty();
        if (qty == null) {
            return QuoteRefusals.missing("qty", number);
        }
        if (qty.signum() <= 0) {
            return QuoteRefusals.notAboveZero(number, line.sku(), qty);
        }
        BigDecimal plain = qty.stripTrailingZeros();
        return plain.scale() > DIGITS_AFTER || plain.precision() - plain.scale() > DIGITS_BEFORE
                ? QuoteRefusals.tooLong(number, line.sku(), qty)
                : null;
    }

    /** The keys of the products, each once. */
    List<String> keys() {
        return lines.stream().map(Line::key).distinct().toList();
    }

    /** @throws Refusal naming every line whose product is not there or not sold so */
    void check(Map<String, QuotedProduct> products, int websiteId) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Refusal refusal = byProduct(lines.get(i), products.get(lines.get(i).key()), i + 1, websiteId);
            if (refusal != null) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw Refusal.all(refusals);
        }
    }

    private static @Nullable Refusal byProduct(Line line, @Nullable QuotedProduct product, int number, int websiteId) {
        if (product == null) {
            return QuoteRefusals.unknownSku(number, line.sku());
        }
        if (!product.onWebsite()) {
            return QuoteRefusals.notOnWebsite(number, line.sku(), websiteId);
        }
        if (product.prices() == null) {
            return QuoteRefusals.noPrice(number, line.sku(), websiteId);
        }
        return !product.divisible() && line.qty().stripTrailingZeros().scale() > 0
                ? QuoteRefusals.indivisible(number, line.sku(), line.qty())
                : null;
    }

    /** The lines with their prices; every product was checked. */
    List<PriceQuote.Line> priced(Map<String, QuotedProduct> products, LinePricing pricing) {
        return lines.stream()
                .map(line -> pricing.price(Objects.requireNonNull(products.get(line.key())), line.qty()))
                .toList();
    }
}
