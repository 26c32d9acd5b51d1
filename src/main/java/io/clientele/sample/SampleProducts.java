package io.clientele.sample;

import io.clientele.pricing.ProductFactService;
import io.clientele.pricing.TierPriceService;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the products of the sample shop that are not there yet, with their prices. */
@ApplicationScoped
class SampleProducts {

    private final ProductFactService facts;
    private final TierPriceService tiers;
    private final Database database;

    @Inject
    SampleProducts(ProductFactService facts, TierPriceService tiers, Database database) {
        this.facts = facts;
        this.tiers = tiers;
        this.database = database;
    }

    /** @throws LoadFailure when one of them is refused */
    void fill(List<StoreView> views) {
        List<Integer> websites =
                views.stream().map(StoreView::websiteId).distinct().toList();
        List<SampleProduct> missing = missing();
        for (SampleProduct product : missing) {
            try {
                facts.save(product.draft(websites));
            } catch (Refusal refusal) {
                throw new LoadFailure(product.sku(), refusal);
            }
        }
        tiers.add(missing.stream().flatMap(SampleProduct::tierDrafts).toList()).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw new LoadFailure("a tier price", refusal);
                });
    }

    private List<SampleProduct> missing() {
        String[] keys = SampleProduct.all().stream()
                .map(product -> Fold.key(product.sku()))
                .toArray(String[]::new);
        Set<String> known = new TreeSet<>(database.list(
                SqlFragment.of("select sku_key from product_fact where sku_key = any (?)", (Object) keys),
                row -> row.getString(1)));
        return SampleProduct.all().stream()
                .filter(product -> !known.contains(Fold.key(product.sku())))
                .toList();
    }
}
