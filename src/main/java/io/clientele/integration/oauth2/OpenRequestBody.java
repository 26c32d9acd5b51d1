package io.clientele.integration.oauth2;

import io.clientele.shared.ShownTime;
import java.util.List;

/**
 * Who asks for what, for the page that asks the customer.
 *
 * @param redirectUri where the answer goes, so that the customer can be told the host
 */
public record OpenRequestBody(
        long integrationId,
        String clientId,
        String clientName,
        List<ScopeBody> scopes,
        String redirectUri,
        String expiresAt) {

    static OpenRequestBody of(OpenRequest open) {
        return new OpenRequestBody(
                open.client().id(),
                open.client().clientId(),
                open.client().name(),
                ScopeBody.all(open.request().scopes()),
                open.request().redirectUri(),
                ShownTime.of(open.request().expiresAt()));
    }
}
