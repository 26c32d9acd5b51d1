package io.clientele.sample;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.SettingService;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The website of the Online Retail data set: a shop in the United Kingdom that sells in pounds. */
@ApplicationScoped
class OnlineRetailSite {

    static final String CURRENCY = "GBP";

    private static final String CODE = "online_retail";
    private static final String NAME = "Online Retail";
    private static final String ZONE = "Europe/London";

    private final Stores stores;
    private final SampleSites sites;
    private final Settings values;
    private final SettingService settings;
    private final CurrentCaller caller;

    @Inject
    OnlineRetailSite(Stores stores, SampleSites sites, Settings values, SettingService settings, CurrentCaller caller) {
        this.stores = stores;
        this.sites = sites;
        this.values = values;
        this.settings = settings;
        this.caller = caller;
    }

    /** Its store view; the website is made and gets its time zone and currency as far as that has not been done. */
    StoreView view() {
        caller.set(Caller.OPERATOR);
        StoreView view = stores.viewByCode(CODE).orElseGet(() -> sites.create(CODE, NAME));
        if (!values.text(StoreSettings.BASE_CURRENCY, view.websiteId()).equals(CURRENCY)) {
            settings.set(StoreSettings.TIMEZONE, view.websiteId(), ZONE);
            settings.set(StoreSettings.DEFAULT_CURRENCY, view.websiteId(), CURRENCY);
            settings.set(StoreSettings.ALLOWED_CURRENCIES, view.websiteId(), CURRENCY);
            settings.set(StoreSettings.BASE_CURRENCY, view.websiteId(), CURRENCY);
        }
        return view;
    }
}
