package io.clientele.sample;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.segment.SegmentDraft;
import io.clientele.segment.SegmentService;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the example segments of the sample shop that are not there yet. */
@ApplicationScoped
class SampleSegments {

    /** A segment and its rule in one line. */
    private record Example(String name, String description, String rule) {}

    private static final List<Example> ALL = List.of(
            new Example("VIPs", "Spent most of all, every twentieth.", "rank(orders.total, top 5%)"),
            new Example(
                    "Loyal customers", "Ordered five times or more in two years.", "orders.count(last 730 days) >= 5"),
            new Example(
                    "Lapsed customers",
                    "Ordered once, and not in the last half year.",
                    "orders.count >= 1 and orders.last older than 180 days"),
            new Example(
                    "First-time buyers",
                    "Placed their only order in the last month.",
                    "orders.count = 1 and orders.first within 30 days"),
            new Example(
                    "Registered and never bought",
                    "Have an account for a quarter of a year and no order.",
                    "days_since_registration >= 90 and orders.count = 0"),
            new Example(
                    "Full carts",
                    "Have put a hundred or more in the cart and ordered nothing for a week.",
                    "cart.subtotal >= 100 and orders.count(last 7 days) = 0"),
            new Example(
                    "A desk and no chair",
                    "Bought the desk and not the chair that goes with it.",
                    "product.ordered(sku = \"DESK-1\") and no product.ordered(sku = \"CHAIR-1\")"),
            new Example("Sent something back", "Got money back for an order.", "orders.count(refunded > 0) >= 1"),
            new Example(
                    "Birthday this week",
                    "Have their birthday today or in the next six days.",
                    "birthday_in_days between 0 and 6"),
            new Example("Texans", "Have an address in Texas.", "address.any(country = US and region_code = TX)"));

    private final SegmentService segments;
    private final Database database;

    @Inject
    SampleSegments(SegmentService segments, Database database) {
        this.segments = segments;
        this.database = database;
    }

    /** @throws LoadFailure when one of them is refused */
    void fill(List<StoreView> views) {
        List<Integer> websites =
                views.stream().map(StoreView::websiteId).distinct().toList();
        String[] keys = ALL.stream().map(example -> Fold.key(example.name())).toArray(String[]::new);
        Set<String> known = new HashSet<>(database.list(
                SqlFragment.of("select name_key from segment where name_key = any (?)", (Object) keys),
                row -> row.getString(1)));
        ALL.stream()
                .filter(example -> !known.contains(Fold.key(example.name())))
                .forEach(example -> create(example, websites));
    }

    private void create(Example example, List<Integer> websites) {
        try {
            segments.create(new SegmentDraft(
                    example.name(),
                    example.description(),
                    true,
                    "registered",
                    websites,
                    null,
                    TextNode.valueOf(example.rule()),
                    null,
                    null));
        } catch (Refusal refusal) {
            throw new LoadFailure("segment " + example.name(), refusal);
        }
    }
}
