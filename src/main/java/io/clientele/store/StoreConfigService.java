package io.clientele.store;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what a client needs to know of store views. */
@ApplicationScoped
class StoreConfigService {

    private final Stores stores;
    private final Settings settings;
    private final StoreUrls urls;
    private final StoreReach reach;
    private final List<StoreConfigExtension> extensions;

    @Inject
    StoreConfigService(
            Stores stores,
            Settings settings,
            StoreUrls urls,
            StoreReach reach,
            @All List<StoreConfigExtension> extensions) {
        this.stores = stores;
        this.settings = settings;
        this.urls = urls;
        this.reach = reach;
        this.extensions = extensions;
    }

    /** The store views with one of the codes; all of them when no code is given. Unknown codes are passed over. */
    List<StoreConfig> list(List<String> codes) {
        return stores.views().stream()
                .filter(view -> codes.isEmpty() || codes.contains(view.code()))
                .filter(view -> reach.sees(view.websiteId()))
                .map(this::of)
                .toList();
    }

    /** The active store views of the view's website, or of its group only. */
    List<StoreView> beside(StoreView current, boolean sameGroup) {
        return stores.views().stream()
                .filter(view -> view.active() && view.websiteId() == current.websiteId())
                .filter(view -> !sameGroup || view.groupId() == current.groupId())
                .toList();
    }

    StoreConfig of(StoreView view) {
        String base = urls.base(view);
        String secure = urls.secureBase(view);
        return new StoreConfig(
                view.id(),
                view.code(),
                view.websiteId(),
                settings.text(StoreSettings.LOCALE, view),
                settings.text(StoreSettings.BASE_CURRENCY, view),
                settings.text(StoreSettings.DEFAULT_CURRENCY, view),
                settings.text(StoreSettings.TIMEZONE, view),
                settings.text(StoreSettings.WEIGHT_UNIT, view),
                base,
                urls.link(base, view),
                base + "static/",
                base + "media/",
                secure,
                urls.link(secure, view),
                secure + "static/",
                secure + "media/",
                extensionAttributes(view));
    }

    private Map<String, Object> extensionAttributes(StoreView view) {
        Map<String, Object> all = new TreeMap<>();
        extensions.forEach(extension -> all.putAll(extension.of(view)));
        return all;
    }
}
