package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Puts an access token in the place of a request token, once. */
@ApplicationScoped
class AccessTokenExchange {

    private final IntegrationRepository integrations;
    private final ExchangeRepository exchanges;
    private final Expiration expiration;
    private final IntegrationSecrets secrets;
    private final KnownIntegrations known;
    private final IntegrationAudit audit;
    private final Clock clock;

    AccessTokenExchange(
            IntegrationRepository integrations,
            ExchangeRepository exchanges,
            Expiration expiration,
            IntegrationSecrets secrets,
            KnownIntegrations known,
            IntegrationAudit audit,
            Clock clock) {
        this.integrations = integrations;
        this.exchanges = exchanges;
        this.expiration = expiration;
        this.secrets = secrets;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param requestToken one of the integration's own
     * @throws Refusal when it was used or has expired, or the verifier is not the one that was sent with the handshake
     */
    @Transactional
    IssuedToken complete(Integration integration, String requestToken, String verifier) {
        long id = integration.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (integrations.hold(id).filter(Integration::active).isEmpty()) {
            throw IntegrationRefusals.problem(OAuthProblem.CONSUMER_KEY_REJECTED);
        }
        ExchangeRepository.RequestToken token = exchanges
                .find(Secret.hash(requestToken))
                .orElseThrow(() -> IntegrationRefusals.problem(OAuthProblem.TOKEN_REJECTED));
        if (token.used()) {
            throw IntegrationRefusals.problem(OAuthProblem.TOKEN_USED);
        }
        ExchangeRepository.Handshake handshake = exchanges
                .handshake(id)
                .filter(found -> !expiration.isOver(found) && now.isBefore(token.expiresAt()))
                .orElseThrow(() -> IntegrationRefusals.problem(OAuthProblem.TOKEN_EXPIRED));
        if (!isEqual(verifier, secrets.openVerifier(id, handshake.verifier()))) {
            throw IntegrationRefusals.problem(OAuthProblem.VERIFIER_INVALID);
        }
        IssuedToken issued = IssuedToken.fresh();
        exchanges.use(Secret.hash(requestToken), now);
        exchanges.complete(id, Secret.hash(issued.token()), secrets.accessTokenSecret(id, issued.secret()), now);
        known.changed();
        audit.exchanged(integration);
        return issued;
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
