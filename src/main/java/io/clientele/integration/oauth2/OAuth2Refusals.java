package io.clientele.integration.oauth2;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** The refusals of what customers decide about apps. Clients get errors of the protocol. */
final class OAuth2Refusals {

    private OAuth2Refusals() {}

    /** There is none, it was decided on, or its time is over. */
    static Refusal noRequest() {
        return Refusal.of(
                RefusalKind.NO_SUCH_ENTITY,
                "The request of the app is not there or not open any more. Go back to the app and try again.");
    }

    static Refusal noConsent(long integrationId) {
        return Refusals.noSuchEntity("integrationId", integrationId);
    }
}
