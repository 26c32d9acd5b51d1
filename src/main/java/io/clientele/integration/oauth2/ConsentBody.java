package io.clientele.integration.oauth2;

import io.clientele.shared.ShownTime;
import java.util.List;

/** A consent as REST shows it. */
public record ConsentBody(
        long integrationId, String clientName, List<ScopeBody> scopes, String createdAt, String updatedAt) {

    static ConsentBody of(Consent consent) {
        return new ConsentBody(
                consent.integrationId(),
                consent.clientName(),
                ScopeBody.all(consent.scopes()),
                ShownTime.of(consent.createdAt()),
                ShownTime.of(consent.updatedAt()));
    }
}
