package io.clientele.mail;

import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import io.clientele.store.StoreUrls;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs of the storefront's pages, from settings and never from what a request says of itself. */
@ApplicationScoped
public class StorefrontLinks {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final Settings settings;
    private final StoreUrls urls;

    @Inject
    StorefrontLinks(Settings settings, StoreUrls urls) {
        this.settings = settings;
        this.urls = urls;
    }

    /** The pattern's URL: {@code {base_url}} is the store view's, other names are values; an unknown one stays. */
    public String link(SettingDefinition pattern, StoreView view, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(settings.text(pattern, view))
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "base_url" -> urls.secureBase(view);
                            case "store_code" -> view.code();
                            default -> {
                                Object value = values.get(found.group(1));
                                yield value == null
                                        ? found.group()
                                        : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                                                .replace("+", "%20");
                            }
                        }));
    }
}
