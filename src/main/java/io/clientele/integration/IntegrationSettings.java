package io.clientele.integration;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class IntegrationSettings implements SettingDefinitions {

    /** Whether an integration's access token is enough by itself, without a signature. */
    public static final SettingDefinition TOKEN_AS_BEARER = SettingDefinition.flag(
            "oauth/consumer/enable_integration_as_bearer",
            false,
            STORES,
            "Allow OAuth Access Tokens to be used as standalone Bearer tokens");

    /** How long a handshake may take until its access token is asked for, in seconds; 0 for any time. */
    static final SettingDefinition EXPIRATION_SECONDS =
            SettingDefinition.number("oauth/consumer/expiration_period", 300, DEFAULT, "Expiration Period (seconds)");

    /** Whether requests may be signed with HMAC-SHA1, as old clients do. */
    static final SettingDefinition HMAC_SHA1 = SettingDefinition.flag(
            "clientele/oauth/hmac_sha1", false, DEFAULT, "Accept OAuth 1.0a Signatures with HMAC-SHA1");

    @Override
    public List<SettingDefinition> all() {
        return List.of(TOKEN_AS_BEARER, EXPIRATION_SECONDS, HMAC_SHA1);
    }
}
