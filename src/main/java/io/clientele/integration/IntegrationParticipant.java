package io.clientele.integration;

/** Ends what a feature gave out in an integration's name. */
public interface IntegrationParticipant {

    /**
     * The integration's credentials have ended: it was revoked, got new secrets, or is about to be deleted. Called in the
     * transaction of that.
     */
    void revoked(long integrationId);
}
