package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds integrations by what they call themselves. It costs no statement, and a change is seen everywhere within a second. */
@ApplicationScoped
public class Integrations {

    /** Compared with where there is no secret, so that the answer takes as long. */
    private static final byte[] NO_HASH = new byte[32];

    private final KnownIntegrations known;

    Integrations(KnownIntegrations known) {
        this.known = known;
    }

    /**
     * @throws Refusal of kind UNAVAILABLE when that cannot be found out
     */
    public Optional<Integration> byId(long id) {
        return Optional.ofNullable(known.now().byId().get(id)).map(KnownIntegration::integration);
    }

    /** Whoever has the client id, in any status; otherwise as {@link #byId}. */
    public Optional<Integration> byClientId(String clientId) {
        return Optional.ofNullable(known.now().byClientId().get(clientId)).map(KnownIntegration::integration);
    }

    /** The active integration that has both; always empty for one that cannot keep a secret. Otherwise as {@link #byId}. */
    public Optional<Integration> authenticated(String clientId, String secret) {
        KnownIntegration found = known.now().byClientId().get(clientId);
        byte[] hash = found == null ? null : found.secrets().clientSecretHash();
        boolean right = MessageDigest.isEqual(hash == null ? NO_HASH : hash, Secret.hash(secret));
        return Optional.ofNullable(found)
                .map(KnownIntegration::integration)
                .filter(integration -> right && integration.active() && !integration.isPublic());
    }
}
