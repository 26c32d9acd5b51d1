package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds integrations by what they call themselves. For those there are it costs no statement. One that was just made, and a secret
 * that was just given, count everywhere at once; other changes within a second.
 */
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
        return known.find(all -> Optional.ofNullable(all.byId().get(id))).map(KnownIntegration::integration);
    }

    /** Whoever has the client id, in any status; otherwise as {@link #byId}. */
    public Optional<Integration> byClientId(String clientId) {
        return known.find(all -> Optional.ofNullable(all.byClientId().get(clientId)))
                .map(KnownIntegration::integration);
    }

    /** The active integration that has both; always empty for one that cannot keep a secret. Otherwise as {@link #byId}. */
    public Optional<Integration> authenticated(String clientId, String secret) {
        byte[] sent = Secret.hash(secret);
        return known.find(all -> authenticated(all.byClientId().get(clientId), sent))
                .map(KnownIntegration::integration);
    }

    private static Optional<KnownIntegration> authenticated(@Nullable KnownIntegration found, byte[] sent) {
        byte[] hash = found == null ? null : found.secrets().clientSecretHash();
        boolean right = MessageDigest.isEqual(hash == null ? NO_HASH : hash, sent);
        return Optional.ofNullable(found)
                .filter(each -> right
                        && each.integration().active()
                        && !each.integration().isPublic());
    }
}
