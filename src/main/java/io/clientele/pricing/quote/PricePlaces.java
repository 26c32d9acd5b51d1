package io.clientele.pricing.quote;

import io.clientele.pricing.PriceScope;
import io.clientele.store.ExchangeRates;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreSettings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows whose prices count on a website, and in which currencies. */
@ApplicationScoped
class PricePlaces {

    private final PriceScope scope;
    private final Settings settings;
    private final Stores stores;
    private final ExchangeRates rates;
    private final StoreScope request;

    @Inject
    PricePlaces(PriceScope scope, Settings settings, Stores stores, ExchangeRates rates, StoreScope request) {
        this.scope = scope;
        this.settings = settings;
        this.stores = stores;
        this.rates = rates;
        this.request = request;
    }

    /** The store view whose settings hold: the request's where it is of the website, otherwise the website's default one. */
    StoreView view(int websiteId) {
        StoreView here = request.view();
        return here.websiteId() == websiteId ? here : stores.defaultViewOf(websiteId);
    }

    /** The websites whose tier prices count on this one, 0 for those of all websites. */
    Set<Integer> websites(int websiteId) {
        return scope.isPerWebsite() ? Set.of(Website.ADMIN, websiteId) : Set.of(Website.ADMIN);
    }

    /** The website whose base and special price come before those of all websites; 0 where none does. */
    int own(int websiteId) {
        return scope.isPerWebsite() ? websiteId : Website.ADMIN;
    }

    /**
     * The currency to show prices in.
     *
     * @param code null for the website's default
     */
    PriceCurrency currency(int websiteId, @Nullable String code) {
        String shown = code == null
                ? settings.text(StoreSettings.DEFAULT_CURRENCY, view(websiteId))
                : code.strip().toUpperCase(Locale.ROOT);
        if (code != null && !has(websiteId, shown)) {
            throw QuoteRefusals.currencyNotAllowed(websiteId, code);
        }
        String kept = scope.isPerWebsite()
                ? settings.text(StoreSettings.BASE_CURRENCY, websiteId)
                : settings.text(StoreSettings.BASE_CURRENCY);
        return new PriceCurrency(shown, rates.rate(kept, shown).orElseThrow(() -> QuoteRefusals.noRate(kept, shown)));
    }

    private boolean has(int websiteId, String code) {
        return settings.list(StoreSettings.ALLOWED_CURRENCIES, websiteId).contains(code)
                || stores.views().stream()
                        .filter(view -> view.websiteId() == websiteId)
                        .anyMatch(view -> settings.list(StoreSettings.ALLOWED_CURRENCIES, view)
                                .contains(code));
    }
}
