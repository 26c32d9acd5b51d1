package io.clientele.integration.oauth2;

import io.clientele.shared.Refusals;
import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingGuard;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** Keeps nonsense out of this feature's settings: clients would be sent nowhere, or trust nobody. */
@ApplicationScoped
class OAuth2SettingGuard implements SettingGuard {

    private static final int MOST_ACCESS_MINUTES = 1_440;

    @Override
    public void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value) {
        boolean good = true;
        if (definition.equals(OAuth2Settings.ISSUER)) {
            good = value.equals(Issuer.BASE_URL) || (isUri(value, true) && !value.endsWith("/"));
        } else if (definition.equals(OAuth2Settings.AUDIENCES)) {
            good = value.isBlank() || Arrays.stream(value.split(",")).allMatch(uri -> isUri(uri.strip(), false));
        } else if (definition.equals(OAuth2Settings.ACCESS_MINUTES)) {
            good = isBetween(value, 1, MOST_ACCESS_MINUTES);
        } else if (definition.equals(OAuth2Settings.REFRESH_MINUTES)
                || definition.equals(OAuth2Settings.GRANT_MINUTES)) {
            good = isBetween(value, 0, Integer.MAX_VALUE);
        }
        if (!good) {
            throw Refusals.invalidValue(definition.path(), value);
        }
    }

    /** Absolute, without a fragment; an issuer is of the web and has no query either (RFC 8414, 2). */
    private static boolean isUri(String value, boolean issuer) {
        try {
            URI uri = new URI(value);
            boolean absolute = uri.isAbsolute() && uri.getRawFragment() == null;
            boolean web = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null;
            return absolute && (web || !issuer);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isBetween(String value, int least, int most) {
        return !value.isEmpty() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
