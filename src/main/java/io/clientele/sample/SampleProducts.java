package io.clientele.sample;

import io.clientele.pricing.TierPriceService;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Makes the products of the sample shop that are not there yet, with their prices. */
@ApplicationScoped
class SampleProducts {

    private final KnownProducts products;
    private final TierPriceService tiers;

    @Inject
    SampleProducts(KnownProducts products, TierPriceService tiers) {
        this.products = products;
        this.tiers = tiers;
    }

    /** @throws LoadFailure when one of them is refused */
    void fill(List<StoreView> views) {
        List<Integer> websites =
                views.stream().map(StoreView::websiteId).distinct().toList();
        List<String> made = products.add(SampleProduct.all().stream()
                .map(product -> product.draft(websites))
                .toList());
        tiers
                .add(SampleProduct.all().stream()
                        .filter(product -> made.contains(product.sku()))
                        .flatMap(SampleProduct::tierDrafts)
                        .toList())
                .stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw new LoadFailure("a tier price", refusal);
                });
    }
}
