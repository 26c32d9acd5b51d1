package io.clientele.activity;

import io.clientele.activity.CartReport.Item;
import io.clientele.activity.CartReport.Stored;
import io.clientele.activity.CartReport.Written;
import io.clientele.activity.Outcome.Effect;
import io.clientele.activity.Reports.Numbered;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes carts, each as it was at the last change that was reported. */
@ApplicationScoped
class CartWriter implements FactWriter<CartDraft> {

    private final FactWebsites websites;
    private final People people;
    private final CartRepository carts;
    private final MostLines most;

    @Inject
    CartWriter(FactWebsites websites, People people, CartRepository carts, MostLines most) {
        this.websites = websites;
        this.people = people;
        this.carts = carts;
        this.most = most;
    }

    @Override
    public String name() {
        return "carts";
    }

    @Override
    public Class<CartDraft> draft() {
        return CartDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<CartDraft>> drafts) {
        Outcome outcome = new Outcome();
        Reports<CartReport> reports = Reports.of(drafts, this::report, outcome);
        websites.hold(reports.keys(CartReport::websiteId));
        FoundPeople found = people.find(reports.keys(CartReport::person));
        Map<String, Stored> stored = new HashMap<>();
        Latest<String, Written> latest = new Latest<>();
        carts.lock(reports.keys(CartReport::externalId)).forEach(each -> {
            stored.put(each.externalId(), each);
            latest.stored(each.externalId(), each.changedAt());
        });
        reports.each(report -> take(latest, stored, found, report));
        carts.insert(latest.created());
        carts.update(latest.changed());
        return outcome;
    }

    private static Effect take(
            Latest<String, Written> latest, Map<String, Stored> stored, FoundPeople found, CartReport report) {
        Owner owner = found.owner(report.person());
        Stored was = stored.get(report.externalId());
        if (was != null && was.websiteId() != report.websiteId()) {
            throw Refusals.invalidValue("website_id", report.websiteId());
        }
        // Who took the cart over keeps it while the shop says no more than the address.
        boolean sameGuest = was != null
                && owner.isNobody()
                && report.person().isGuest()
                && Objects.equals(was.emailKey(), emailKey(report));
        Written written =
                new Written(was == null ? 0 : was.id(), report, was != null && sameGuest ? was.owner() : owner);
        return latest.take(report.externalId(), report.updatedAt(), written);
    }

    static @Nullable String emailKey(CartReport report) {
        String email = report.person().email();
        return email == null ? null : Fold.key(email);
    }

    private CartReport report(CartDraft draft) {
        FactFields fields = new FactFields();
        String externalId = fields.text("external_id", draft.externalId(), FactFields.LONGEST_ID);
        int website = websites.read(fields, draft.websiteId());
        CartReport report = new CartReport(
                externalId,
                People.named(
                        fields,
                        website,
                        draft.customerId(),
                        draft.customerExternalId(),
                        draft.customerEmail(),
                        draft.visitorId()),
                fields.given("is_active", draft.isActive(), true),
                fields.moment("updated_at", draft.updatedAt()),
                fields.amount("subtotal", draft.subtotal()),
                fields.amountOrNothing("tax", draft.tax()),
                fields.amountOrNothing("shipping", draft.shipping()),
                fields.amountOrNothing("store_credit_used", draft.storeCreditUsed()),
                fields.amountOrNothing("gift_card_used", draft.giftCardUsed()),
                fields.amount("grand_total", draft.grandTotal()),
                items(fields, draft.items()));
        fields.demandNoErrors();
        return report;
    }

    private List<Item> items(FactFields fields, @Nullable List<CartDraft.CartItemDraft> sent) {
        List<CartDraft.CartItemDraft> drafts = most.of(fields, "items", sent);
        List<Item> items = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            CartDraft.CartItemDraft draft = drafts.get(i);
            FactFields within = fields.within("items[" + i + "]");
            items.add(new Item(
                    within.sku("sku", draft.sku()),
                    within.quantity("qty", draft.qty()),
                    within.amount("row_total", draft.rowTotal())));
        }
        return items;
    }
}
