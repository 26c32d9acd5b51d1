package io.clientele.integration.oauth2;

import static io.clientele.store.SettingScope.DEFAULT;
import static io.clientele.store.SettingScope.STORES;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of OAuth 2.0. */
@ApplicationScoped
public class OAuth2Settings implements SettingDefinitions {

    /** Who we are in tokens and metadata, without a slash at the end. Tokens of another issuer end. */
    public static final SettingDefinition ISSUER =
            SettingDefinition.text("clientele/oauth2/issuer", "{base_url}", DEFAULT, "Issuer of OAuth 2.0 tokens");

    /** Services beside this one that clients may get tokens for, by their URIs. */
    public static final SettingDefinition AUDIENCES = SettingDefinition.list(
            "clientele/oauth2/audiences", "", DEFAULT, "Other services OAuth 2.0 tokens may be for (URIs)");

    /** How long an access token lives, in minutes, 1 to 1,440. */
    public static final SettingDefinition ACCESS_MINUTES = SettingDefinition.number(
            "clientele/oauth2/access_token_lifetime", 60, DEFAULT, "Access Token Expires In (minutes)");

    /** How long a refresh token that nobody uses is good, in minutes; 0 gives none. */
    public static final SettingDefinition REFRESH_MINUTES = SettingDefinition.number(
            "clientele/oauth2/refresh_token_lifetime", 43_200, DEFAULT, "Refresh Token Expires In (minutes)");

    /** How long a customer's consent gives new tokens before the customer is asked again, in minutes. */
    public static final SettingDefinition GRANT_MINUTES = SettingDefinition.number(
            "clientele/oauth2/grant_lifetime", 525_600, DEFAULT, "App Asks Again After (minutes)");

    /** Where customers are asked. */
    public static final SettingDefinition AUTHORIZE_PAGE = SettingDefinition.text(
            "clientele/storefront/authorize_url",
            "{base_url}customer/account/authorize?request={request}",
            STORES,
            "Storefront Page: authorize an app");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ISSUER, AUDIENCES, ACCESS_MINUTES, REFRESH_MINUTES, GRANT_MINUTES, AUTHORIZE_PAGE);
    }
}
