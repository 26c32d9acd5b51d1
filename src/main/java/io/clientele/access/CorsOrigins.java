package io.clientele.access;

import io.clientele.shared.Mode;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which origins may call, by the website a request speaks of. */
@Singleton
class CorsOrigins {

    private static final Pattern STORE_IN_PATH = Pattern.compile("/rest/([^/]+)/(?:async/)?(?:bulk/)?V1(?:/.*)?");
    private static final Pattern LOCALHOST =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    private final CorsConfig config;
    private final Mode mode;
    private final Stores stores;

    CorsOrigins(CorsConfig config, Mode mode, Stores stores) {
        this.config = config;
        this.mode = mode;
        this.stores = stores;
    }

    /**
     * @param storeHeader the {@code Store} header, or null
     * @param preflight a preflight tells the names of the headers to come, not their values: where the website depends
     *     on one, an origin of any website passes, and the request itself is judged again
     */
    boolean allows(String origin, String path, @Nullable String storeHeader, boolean preflight) {
        String given = origin.toLowerCase(Locale.ROOT);
        if (mode.corsLocalhost() && LOCALHOST.matcher(given).matches()) {
            return true;
        }
        if (config.origins().filter(origins -> has(origins, given)).isPresent()) {
            return true;
        }
        if (preflight && !path.startsWith("/rest")) {
            return config.websites().values().stream().anyMatch(origins -> has(origins, given));
        }
        return has(config.websites().getOrDefault(website(path, storeHeader), List.of()), given);
    }

    private static boolean has(List<String> origins, String given) {
        return origins.stream().anyMatch(origin -> origin.equalsIgnoreCase(given));
    }

    private String website(String path, @Nullable String storeHeader) {
        Matcher matcher = STORE_IN_PATH.matcher(path);
        String code = matcher.matches() ? matcher.group(1) : path.startsWith("/rest") ? null : storeHeader;
        StoreView view =
                code == null ? stores.defaultView() : stores.viewByCode(code).orElseGet(stores::defaultView);
        return stores.website(view.websiteId()).code();
    }
}
