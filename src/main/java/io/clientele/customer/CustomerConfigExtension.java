package io.clientele.customer;

import io.clientele.store.Settings;
import io.clientele.store.StoreConfigExtension;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells clients over REST where customers go once they have signed in. */
@ApplicationScoped
class CustomerConfigExtension implements StoreConfigExtension {

    private final Settings settings;

    @Inject
    CustomerConfigExtension(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Object> of(StoreView view) {
        return Map.of("redirect_to_account_dashboard", settings.flag(CustomerSettings.TO_DASHBOARD, view.websiteId()));
    }
}
