package io.clientele.integration;

import io.clientele.access.SecretSeal;
import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * How secrets of integrations are kept: as hashes where they are carried, sealed where both sides calculate with them. What is
 * sealed is bound to the integration.
 */
@ApplicationScoped
class IntegrationSecrets {

    private static final Logger LOG = Logger.getLogger(IntegrationSecrets.class);
    private static final String CONSUMER = "integration.consumer";
    private static final String ACCESS_TOKEN = "integration.access_token";
    private static final String REQUEST_TOKEN = "integration.request_token";
    private static final String VERIFIER = "integration.verifier";

    private final SecretSeal seal;

    IntegrationSecrets(SecretSeal seal) {
        this.seal = seal;
    }

    KeptSecrets kept(long integrationId, IssuedSecrets issued) {
        String client = issued.clientSecret();
        return new KeptSecrets(
                client == null ? null : Secret.hash(client),
                close(CONSUMER, integrationId, issued.consumerSecret()),
                Secret.hash(issued.accessToken()),
                accessTokenSecret(integrationId, issued.accessTokenSecret()));
    }

    byte[] accessTokenSecret(long integrationId, String secret) {
        return close(ACCESS_TOKEN, integrationId, secret);
    }

    byte[] requestTokenSecret(long integrationId, String secret) {
        return close(REQUEST_TOKEN, integrationId, secret);
    }

    byte[] verifier(long integrationId, String verifier) {
        return close(VERIFIER, integrationId, verifier);
    }

    /** @throws Refusal like a wrong signature when the deployment's key is not the one it was sealed with, as the others here */
    String consumerSecret(KnownIntegration known) {
        return open(CONSUMER, known.integration().id(), known.secrets().consumerSecret());
    }

    String accessTokenSecret(KnownIntegration known) {
        return open(ACCESS_TOKEN, known.integration().id(), known.secrets().accessTokenSecret());
    }

    String openRequestTokenSecret(long integrationId, byte[] sealed) {
        return open(REQUEST_TOKEN, integrationId, sealed);
    }

    String openVerifier(long integrationId, byte[] sealed) {
        return open(VERIFIER, integrationId, sealed);
    }

    private byte[] close(String purpose, long integrationId, String secret) {
        return seal.close(purpose, integrationId, secret.getBytes(StandardCharsets.UTF_8));
    }

    private String open(String purpose, long integrationId, byte[] sealed) {
        try {
            return new String(seal.open(purpose, integrationId, sealed), StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            LOG.errorf("The secrets of integration %d do not open with the configured key; rotate them", integrationId);
            throw IntegrationRefusals.problem(OAuthProblem.SIGNATURE_INVALID);
        }
    }
}
