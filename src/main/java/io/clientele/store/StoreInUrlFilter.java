package io.clientele.store;

import io.clientele.shared.rest.RestRefusals;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the store view out of {@code /rest/{code}/V1/…} before a route is looked for; {@code all} stands for all of
 * them. A slash at the end of a path means nothing.
 */
public class StoreInUrlFilter {

    private static final String ROOT = "/rest/";
    private static final String ALL = "all";

    /** Where the contract's cloud service has what is done later; elsewhere the version comes after. */
    private static final String CLOUD_ASYNC = "/rest/V1/async/";

    private static final String BULK = "bulk/";

    @Inject
    StoreScope scope;

    @Inject
    Stores stores;

    @Inject
    RoutingContext routing;

    @ServerRequestFilter(preMatching = true, priority = 200)
    public void rewrite(ContainerRequestContext request) {
        String path = routing.normalizedPath();
        if (!path.startsWith(ROOT)) {
            return;
        }
        String rewritten = withoutSlash(path);
        String code = code(rewritten);
        if (code != null) {
            choose(code);
            rewritten = ROOT + rewritten.substring(ROOT.length() + code.length() + 1);
        }
        if (rewritten.startsWith(CLOUD_ASYNC)) {
            rewritten = asyncFirst(rewritten.substring(CLOUD_ASYNC.length()));
        }
        if (!rewritten.equals(path)) {
            request.setRequestUri(uri(rewritten));
        }
    }

    private void choose(String code) {
        if (code.equals(ALL)) {
            scope.useAll();
            return;
        }
        scope.use(stores.viewByCode(code)
                .filter(view -> view.active() && view.id() != StoreView.ADMIN)
                .orElseThrow(RestRefusals::noRoute));
    }

    /** The segment before the version, or null where the version comes first. */
    private static @Nullable String code(String path) {
        int end = path.indexOf('/', ROOT.length());
        if (end < 0) {
            return null;
        }
        String rest = path.substring(end);
        boolean first = path.startsWith("V1/", ROOT.length()) || path.startsWith("async/", ROOT.length());
        boolean versioned = rest.startsWith("/V1/") || rest.startsWith("/async/") || rest.startsWith("/schema");
        return !first && versioned ? path.substring(ROOT.length(), end) : null;
    }

    private static String asyncFirst(String route) {
        return route.startsWith(BULK)
                ? "/rest/async/bulk/V1/" + route.substring(BULK.length())
                : "/rest/async/V1/" + route;
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > ROOT.length() && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** This request's address with another path, which is quoted twice: the framework takes its decoded form. */
    private URI uri(String path) {
        HttpServerRequest request = routing.request();
        String host = String.valueOf(request.authority());
        try {
            String quoted = new URI(request.scheme(), host, path, null, null).toString();
            return new URI(request.query() == null ? quoted : quoted + "?" + request.query());
        } catch (URISyntaxException e) {
            throw RestRefusals.noRoute();
        }
    }
}
