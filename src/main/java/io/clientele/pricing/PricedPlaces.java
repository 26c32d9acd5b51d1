package io.clientele.pricing;

import io.clientele.pricing.ProductPriceRepository.Place;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the products and websites that rows of prices name, and the store views that a website's prices are shown for. */
@ApplicationScoped
class PricedPlaces {

    private final ProductFactRepository products;
    private final PriceScope scope;
    private final Stores stores;

    @Inject
    PricedPlaces(ProductFactRepository products, PriceScope scope, Stores stores) {
        this.products = products;
        this.scope = scope;
        this.stores = stores;
    }

    /** The products that the skus name, by key; they are locked until the transaction in hand ends. */
    Map<String, Product> lock(Stream<@Nullable String> skus) {
        return products.lock(keys(skus));
    }

    /** The products of the places. */
    static Set<Long> ids(Collection<ProductPriceRepository.Place> places) {
        return places.stream().map(ProductPriceRepository.Place::productId).collect(Collectors.toSet());
    }

    static List<String> keys(Stream<@Nullable String> skus) {
        // Many rows are of one product, and folding a sku costs more than comparing it.
        return skus.filter(Objects::nonNull)
                .distinct()
                .map(PricedPlaces::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static String key(@Nullable String sku) {
        return sku == null ? "" : Fold.key(sku.strip());
    }

    /** Whether there is the store view for the caller. */
    boolean hasView(@Nullable Integer storeId) {
        return website(storeId).isPresent();
    }

    /** Whether the store view may have no price of its own, since prices are those of all websites. */
    boolean isTooNarrow(@Nullable Integer storeId) {
        return storeId != null && storeId != StoreView.ADMIN && !scope.isPerWebsite();
    }

    /** What is wrong with the store view that a base price or cost is to be of; empty when nothing is. */
    Optional<Refusal> fault(@Nullable String sku, @Nullable Integer storeId) {
        if (!hasView(storeId)) {
            return Optional.of(PricingRefusals.noStore(sku, storeId));
        }
        return isTooNarrow(storeId) ? Optional.of(PricingRefusals.notGlobal(sku, storeId)) : Optional.empty();
    }

    /** Where the price is written; empty when there is no such product or store view. */
    Optional<Place> place(Map<String, Product> products, @Nullable String sku, @Nullable Integer storeId) {
        Product product = products.get(key(sku));
        return product == null ? Optional.empty() : website(storeId).map(website -> new Place(product.id(), website));
    }

    private Optional<Integer> website(@Nullable Integer storeId) {
        return storeId == null ? Optional.empty() : scope.websiteOfView(storeId);
    }

    /** The store views a website's prices are shown for; none while they do not count or are not the caller's to see. */
    Collection<Integer> views(int websiteId) {
        if (websiteId == Website.ADMIN) {
            return List.of(StoreView.ADMIN);
        }
        if (!scope.isPerWebsite() || !scope.sees(websiteId)) {
            return List.of();
        }
        return stores.views().stream()
                .filter(view -> view.websiteId() == websiteId)
                .map(StoreView::id)
                .toList();
    }
}
