package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.clientele.access.AddressThrottle;
import io.clientele.integration.Integration;
import io.clientele.integration.Integrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which client sends a request. Client secrets are 256 random bits and compared by their hashes; wrong ones count
 * against the address they come from, like wrong passwords. Call it outside transactions.
 */
@ApplicationScoped
class Clients {

    private final Integrations integrations;
    private final AddressThrottle throttle;
    private final OAuth2Audit audit;

    Clients(Integrations integrations, AddressThrottle throttle, OAuth2Audit audit) {
        this.integrations = integrations;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The client that has proven itself by its secret.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when the address has sent too many wrong ones
     */
    Optional<Integration> authenticated(@Nullable ClientAuthentication authentication) {
        if (!(authentication instanceof PlainClientSecret sent)) {
            return Optional.empty();
        }
        throttle.check();
        String id = sent.getClientID().getValue();
        Optional<Integration> found =
                integrations.authenticated(id, sent.getClientSecret().getValue());
        if (found.isEmpty()) {
            throttle.failed();
            audit.clientRefused(integrations.byClientId(id));
        }
        return found;
    }

    /**
     * The same, or a public client that has named itself, which is all it can do.
     *
     * @throws io.clientele.shared.Refusal as {@link #authenticated}
     */
    Optional<Integration> identified(@Nullable ClientAuthentication authentication, @Nullable ClientID id) {
        if (authentication != null || id == null) {
            return authenticated(authentication);
        }
        return active(id.getValue()).filter(Integration::isPublic);
    }

    /** The client of that name, whatever it has proven. */
    Optional<Integration> active(String clientId) {
        return integrations.byClientId(clientId).filter(Integration::active);
    }

    /** The client with that id, welcome or not. */
    Optional<Integration> any(long integrationId) {
        return integrations.byId(integrationId);
    }

    /** The client with that id, if it is still welcome. */
    Optional<Integration> active(long integrationId) {
        return integrations.byId(integrationId).filter(Integration::active);
    }
}
