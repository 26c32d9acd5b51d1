package io.clientele.integration.oauth2;

import io.clientele.access.ScopedTokens;
import io.clientele.integration.IntegrationParticipant;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends what an integration got by OAuth 2.0 when its credentials end. What customers consented to stays. */
@ApplicationScoped
class OAuth2Participant implements IntegrationParticipant {

    private final ScopedTokens tokens;
    private final CodeRepository codes;
    private final RequestRepository requests;

    OAuth2Participant(ScopedTokens tokens, CodeRepository codes, RequestRepository requests) {
        this.tokens = tokens;
        this.codes = codes;
        this.requests = requests;
    }

    @Override
    public void revoked(long integrationId) {
        requests.removeOf(integrationId);
        codes.removeUnusedOf(integrationId);
        tokens.revokeOf(integrationId);
    }
}
