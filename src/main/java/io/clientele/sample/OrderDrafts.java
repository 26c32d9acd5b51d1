package io.clientele.sample;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.activity.OrderAddressDraft;
import io.clientele.activity.OrderDraft;
import io.clientele.activity.OrderLineDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words orders of data sets as a shop would report them: they say what was sold, and nothing of taxes and shipping. */
final class OrderDrafts {

    private OrderDrafts() {}

    /**
     * An order as a data set has it.
     *
     * @param externalId with the mark of the data set
     * @param customer the external id of the customer; null for nobody
     * @param at when it was placed; nothing has changed since
     */
    record Sold(
            String externalId,
            @Nullable String customer,
            int websiteId,
            String status,
            Instant at,
            String currency,
            @Nullable OrderAddressDraft billing,
            List<OrderLineDraft> lines) {}

    static OrderDraft of(Sold sold) {
        BigDecimal total = sold.lines().stream()
                .map(line -> line.rowTotal() == null
                        ? BigDecimal.ZERO
                        : line.rowTotal().decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OrderDraft(
                sold.externalId(),
                null,
                sold.customer(),
                null,
                sold.websiteId(),
                sold.status(),
                sold.at().toString(),
                sold.at().toString(),
                sold.currency(),
                number(total),
                number(BigDecimal.ZERO),
                number(BigDecimal.ZERO),
                number(BigDecimal.ZERO),
                number(total),
                null,
                null,
                sold.billing(),
                null,
                sold.lines());
    }

    static OrderLineDraft line(
            String sku, @Nullable String name, BigDecimal qty, BigDecimal unitPrice, List<Integer> categoryIds) {
        return new OrderLineDraft(
                sku, name, number(qty), number(unitPrice), number(qty.multiply(unitPrice)), categoryIds);
    }

    /** An address of which no more than the country is known, or a name of a place that is no country. */
    static OrderAddressDraft in(@Nullable String countryId, @Nullable String region) {
        return new OrderAddressDraft(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                region == null ? null : TextNode.valueOf(region),
                null,
                null,
                null,
                countryId,
                null,
                null,
                null);
    }

    static DecimalNode number(BigDecimal value) {
        return DecimalNode.valueOf(value);
    }
}
