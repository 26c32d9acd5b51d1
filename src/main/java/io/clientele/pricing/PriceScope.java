package io.clientele.pricing;

import io.clientele.shared.CurrentCaller;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Which websites may have prices of their own. While the scope is global, prices of single websites can neither be written
 * nor do they count; they are kept for the time when the scope is changed back.
 */
@ApplicationScoped
public class PriceScope {

    private final Settings settings;
    private final Stores stores;
    private final CurrentCaller caller;

    @Inject
    PriceScope(Settings settings, Stores stores, CurrentCaller caller) {
        this.settings = settings;
        this.stores = stores;
        this.caller = caller;
    }

    /** Whether websites have prices of their own. */
    public boolean isPerWebsite() {
        return settings.flag(PricingSettings.PRICE_SCOPE);
    }

    /** Whether the caller may write prices of the website; 0 stands for all of them. */
    boolean takes(int websiteId) {
        return websiteId == Website.ADMIN
                ? caller.get().websiteIds().isEmpty()
                : isPerWebsite() && stores.findWebsite(websiteId).isPresent() && sees(websiteId);
    }

    /** @throws io.clientele.shared.Refusal when the caller is limited to some websites */
    void demandAllWebsites() {
        caller.demandAllWebsites(ProductFactService.RESOURCE);
    }

    /** Whether the caller may know prices of the website: those of all websites are everybody's to see. */
    boolean sees(int websiteId) {
        return websiteId == Website.ADMIN || caller.get().maySee(websiteId);
    }

    /** The website of the store view, as the caller may write to it; empty when there is no such view for the caller. */
    Optional<Integer> websiteOfView(int storeId) {
        if (storeId == StoreView.ADMIN) {
            return caller.get().websiteIds().isEmpty() ? Optional.of(Website.ADMIN) : Optional.empty();
        }
        return stores.findView(storeId).map(StoreView::websiteId).filter(this::sees);
    }
}
