package io.clientele.activity;

import io.clientele.activity.OrderReport.Amounts;
import io.clientele.activity.OrderReport.Correction;
import io.clientele.activity.OrderReport.Line;
import io.clientele.activity.OrderReport.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what a report of an order may say. */
@ApplicationScoped
class OrderChecks {

    private static final int LONGEST_CURRENCY = 3;
    private static final int MOST_CATEGORIES = 1_000;

    private final FactWebsites websites;
    private final BaseRates rates;
    private final OrderAddresses addresses;
    private final MostLines most;

    @Inject
    OrderChecks(FactWebsites websites, BaseRates rates, OrderAddresses addresses, MostLines most) {
        this.websites = websites;
        this.rates = rates;
        this.addresses = addresses;
        this.most = most;
    }

    /** @throws io.clientele.shared.Refusal naming every field that is wrong */
    OrderReport report(OrderDraft draft) {
        FactFields fields = new FactFields();
        OrderReport report = draft.isCorrection() ? correction(fields, draft) : statement(fields, draft);
        fields.demandNoErrors();
        return report;
    }

    private Correction correction(FactFields fields, OrderDraft draft) {
        return new Correction(
                fields.text("external_id", draft.externalId(), FactFields.LONGEST_ID),
                websites.readIfAny(fields, draft.websiteId()),
                fields.momentIfAny("updated_at", draft.updatedAt()),
                draft.status() == null ? null : fields.text("status", draft.status(), FactFields.LONGEST_STATUS),
                fields.positiveIfAny("refunded", draft.refunded()));
    }

    private Statement statement(FactFields fields, OrderDraft draft) {
        String externalId = fields.text("external_id", draft.externalId(), FactFields.LONGEST_ID);
        int website = websites.read(fields, draft.websiteId());
        String currency =
                fields.text("currency", draft.currency(), LONGEST_CURRENCY).toUpperCase(Locale.ROOT);
        return new Statement(
                externalId,
                People.named(
                        fields, website, draft.customerId(), draft.customerExternalId(), draft.customerEmail(), null),
                fields.text("status", draft.status(), FactFields.LONGEST_STATUS),
                fields.moment("placed_at", draft.placedAt()),
                fields.momentIfAny("updated_at", draft.updatedAt()),
                currency,
                rate(fields, website, currency),
                new Amounts(
                        fields.amount("subtotal", draft.subtotal()),
                        fields.amount("tax", draft.tax()),
                        fields.amount("shipping", draft.shipping()),
                        fields.amount("discount", draft.discount()),
                        fields.amount("grand_total", draft.grandTotal())),
                fields.positiveIfAny("refunded", draft.refunded()),
                fields.textIfAny("coupon_code", draft.couponCode(), FactFields.LONGEST_TEXT),
                addresses.read(fields.within("billing_address"), draft.billingAddress()),
                addresses.read(fields.within("shipping_address"), draft.shippingAddress()),
                lines(fields, draft.lines()));
    }

    private BigDecimal rate(FactFields fields, int website, String currency) {
        BigDecimal rate = rates.rate(website, currency).orElse(null);
        if (rate == null && !currency.isEmpty()) {
            fields.wrong("currency", currency);
        }
        return rate == null ? BigDecimal.ONE : rate;
    }

    private List<Line> lines(FactFields fields, @Nullable List<OrderLineDraft> sent) {
        List<OrderLineDraft> drafts = most.of(fields, "lines", sent);
        List<Line> lines = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(line(fields.within("lines[" + i + "]"), drafts.get(i)));
        }
        return lines;
    }

    private static Line line(FactFields fields, OrderLineDraft draft) {
        return new Line(
                fields.sku("sku", draft.sku()),
                fields.textIfAny("name", draft.name(), FactFields.LONGEST_TEXT),
                fields.quantity("qty", draft.qty()),
                fields.amount("unit_price", draft.unitPrice()),
                fields.amount("row_total", draft.rowTotal()),
                categories(fields, draft.categoryIds()));
    }

    private static List<Integer> categories(FactFields fields, @Nullable List<Integer> sent) {
        List<Integer> ids = fields.list("category_ids", sent, MOST_CATEGORIES).stream()
                .distinct()
                .toList();
        ids.stream().filter(id -> id < 1).forEach(id -> fields.wrong("category_ids", id));
        return ids;
    }
}
