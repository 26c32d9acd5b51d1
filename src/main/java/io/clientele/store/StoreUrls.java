package io.clientele.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The addresses of a store view, from its settings and never from what a request says of itself. */
@ApplicationScoped
public class StoreUrls {

    private final Settings settings;
    private final StoreConfiguration configuration;

    @Inject
    StoreUrls(Settings settings, StoreConfiguration configuration) {
        this.settings = settings;
        this.configuration = configuration;
    }

    /** The address everything of the store view begins with; ends with a slash. */
    public String base(StoreView view) {
        return settings.text(StoreSettings.BASE_URL, view).replace("{{base_url}}", configuration.baseUrl());
    }

    /** The same for what must be private. */
    public String secureBase(StoreView view) {
        return settings.text(StoreSettings.SECURE_BASE_URL, view).replace("{{unsecure_base_url}}", base(view));
    }

    /** What pages of the store view begin with, after one of the two addresses. */
    String link(String base, StoreView view) {
        return settings.flag(StoreSettings.STORE_CODE_IN_URLS) ? base + view.code() + "/" : base;
    }
}
