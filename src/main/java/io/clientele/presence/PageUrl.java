package io.clientele.presence;

import io.clientele.shared.Storable;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The page a request came from, fit to be shown: where it is, without what was searched for or carried along. */
final class PageUrl {

    private static final int LONGEST = 1_024;

    private PageUrl() {}

    /** Scheme, host and path of an {@code http} address; null for anything else and for nothing. */
    static @Nullable String of(@Nullable String referer) {
        if (referer == null || referer.length() > LONGEST || !Storable.is(referer)) {
            return null;
        }
        try {
            URI page = new URI(referer.strip());
            boolean web = "https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme());
            if (!web || page.getHost() == null) {
                return null;
            }
            String path = page.getRawPath() == null ? "" : page.getRawPath();
            return page.getScheme() + "://" + page.getHost() + (page.getPort() < 0 ? "" : ":" + page.getPort()) + path;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
