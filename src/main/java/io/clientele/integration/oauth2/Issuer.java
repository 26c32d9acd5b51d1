package io.clientele.integration.oauth2;

import io.clientele.store.Settings;
import io.clientele.store.StoreUrls;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who we are to clients, where they find us, and which services tokens may be for. */
@ApplicationScoped
class Issuer {

    static final String BASE_URL = "{base_url}";

    private final Settings settings;
    private final StoreUrls urls;
    private final Stores stores;

    Issuer(Settings settings, StoreUrls urls, Stores stores) {
        this.settings = settings;
        this.urls = urls;
        this.stores = stores;
    }

    /** The issuer's identifier, which is also this service's in audiences. */
    String name() {
        String name = settings.text(OAuth2Settings.ISSUER);
        if (name.contains(BASE_URL)) {
            name = name.replace(BASE_URL, urls.secureBase(stores.defaultView()));
        }
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    URI uri() {
        return URI.create(name());
    }

    /** @param path begins with a slash */
    URI endpoint(String path) {
        return URI.create(name() + path);
    }

    /**
     * The audience of a token for the services asked for (RFC 8707), which is this one where none is named; empty when one
     * of them is unknown.
     */
    Optional<List<String>> audience(List<URI> asked) {
        String own = name();
        List<String> ownNames = List.of(own, own + "/", own + "/rest", own + "/graphql");
        List<String> others = settings.list(OAuth2Settings.AUDIENCES);
        List<String> audience = new ArrayList<>();
        for (URI each : asked) {
            String uri = each.toString();
            if (!ownNames.contains(uri) && !others.contains(uri)) {
                return Optional.empty();
            }
            String meant = ownNames.contains(uri) ? own : uri;
            if (!audience.contains(meant)) {
                audience.add(meant);
            }
        }
        return Optional.of(audience.isEmpty() ? List.of(own) : List.copyOf(audience));
    }
}
