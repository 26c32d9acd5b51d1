package io.clientele.activity;

import io.clientele.activity.Outcome.Effect;
import io.clientele.activity.Reports.Numbered;
import io.clientele.activity.WishlistDraft.WishlistItemDraft;
import io.clientele.activity.WishlistReport.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes wish lists, each as it was at the last change that was reported. */
@ApplicationScoped
class WishlistWriter implements FactWriter<WishlistDraft> {

    private final OwnedFacts owned;
    private final WishlistRepository wishlists;
    private final MostLines most;
    private final Clock clock;

    @Inject
    WishlistWriter(OwnedFacts owned, WishlistRepository wishlists, MostLines most, Clock clock) {
        this.owned = owned;
        this.wishlists = wishlists;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wishlists";
    }

    @Override
    public Class<WishlistDraft> draft() {
        return WishlistDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<WishlistDraft>> drafts) {
        Instant now = clock.instant();
        Outcome outcome = new Outcome();
        Reports<WishlistReport> reports = Reports.of(drafts, draft -> report(draft, now), outcome);
        OwnedFacts.Known known = owned.known(
                reports.keys(WishlistReport::customerId), wishlists.lock(reports.keys(WishlistReport::externalId)));
        Latest<String, WishlistReport> latest = known.latest();
        reports.each(report -> take(latest, known, report));
        wishlists.insert(latest.created());
        wishlists.update(latest.changed());
        return outcome;
    }

    private static Effect take(Latest<String, WishlistReport> latest, OwnedFacts.Known known, WishlistReport report) {
        long row = known.row(report.externalId(), report.customerId());
        return latest.take(report.externalId(), report.updatedAt(), report.at(row, known.owner(report.customerId())));
    }

    private WishlistReport report(WishlistDraft draft, Instant now) {
        FactFields fields = new FactFields();
        Instant updatedAt = fields.momentIfAny("updated_at", draft.updatedAt());
        WishlistReport report = new WishlistReport(
                0,
                fields.text("external_id", draft.externalId(), FactFields.LONGEST_ID),
                fields.given("customer_id", draft.customerId(), 0L),
                updatedAt == null ? now : updatedAt,
                items(fields, draft.items()));
        fields.demandNoErrors();
        return report;
    }

    private List<Item> items(FactFields fields, @Nullable List<WishlistItemDraft> sent) {
        List<WishlistItemDraft> drafts = most.of(fields, "items", sent);
        List<Item> items = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            WishlistItemDraft draft = drafts.get(i);
            FactFields within = fields.within("items[" + i + "]");
            items.add(new Item(
                    within.sku("sku", draft.sku()),
                    within.quantity("qty", draft.qty()),
                    within.moment("added_at", draft.addedAt())));
        }
        return items;
    }
}
