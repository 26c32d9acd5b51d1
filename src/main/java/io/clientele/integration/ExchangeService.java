package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two steps by which an integration that was sent the handshake gets an access token. Signatures are checked outside the
 * transactions of what follows, so that a nonce is used up whatever becomes of the request.
 */
@ApplicationScoped
public class ExchangeService {

    private final OAuthVerification verification;
    private final ExchangeRepository exchanges;
    private final AccessTokenExchange exchange;
    private final Expiration expiration;
    private final IntegrationSecrets secrets;
    private final Clock clock;

    ExchangeService(
            OAuthVerification verification,
            ExchangeRepository exchanges,
            AccessTokenExchange exchange,
            Expiration expiration,
            IntegrationSecrets secrets,
            Clock clock) {
        this.verification = verification;
        this.exchanges = exchanges;
        this.exchange = exchange;
        this.expiration = expiration;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A token that {@link #accessToken} takes once.
     *
     * @param authorization the header
     * @param form the body, if it is a form; empty otherwise
     * @throws Refusal that tells of an {@link OAuthProblem}
     */
    public IssuedToken requestToken(@Nullable String authorization, String form) {
        OAuthParameters parameters = parameters(authorization);
        KnownIntegration consumer = verification.consumer(parameters);
        verification.prove(parameters, consumer, "", form);
        long id = consumer.integration().id();
        ExchangeRepository.Handshake handshake = exchanges
                .handshake(id)
                .filter(found -> !expiration.isOver(found))
                .orElseThrow(() -> IntegrationRefusals.problem(OAuthProblem.CONSUMER_KEY_REJECTED));
        IssuedToken token = IssuedToken.fresh();
        exchanges.add(
                Secret.hash(token.token()),
                new ExchangeRepository.RequestToken(
                        id,
                        secrets.requestTokenSecret(id, token.secret()),
                        expiration.ofRequestToken(handshake),
                        false),
                clock.instant());
        return token;
    }

    /**
     * The access token, which takes the place of the one before: here at once, everywhere within a second.
     *
     * @param authorization the header
     * @param form the body, if it is a form; empty otherwise
     * @throws Refusal that tells of an {@link OAuthProblem}
     */
    public IssuedToken accessToken(@Nullable String authorization, String form) {
        OAuthParameters parameters = parameters(authorization);
        KnownIntegration consumer = verification.consumer(parameters);
        String token = parameters.required("oauth_token");
        String verifier = parameters.required("oauth_verifier");
        long id = consumer.integration().id();
        Optional<ExchangeRepository.RequestToken> found =
                exchanges.find(Secret.hash(token)).filter(each -> each.integrationId() == id);
        if (found.isEmpty()) {
            throw IntegrationRefusals.problem(OAuthProblem.TOKEN_REJECTED);
        }
        verification.prove(
                parameters,
                consumer,
                secrets.openRequestTokenSecret(id, found.get().secret()),
                form);
        return exchange.complete(consumer.integration(), token, verifier);
    }

    private static OAuthParameters parameters(@Nullable String authorization) {
        if (authorization == null || !OAuthParameters.isOAuth(authorization)) {
            throw IntegrationRefusals.parameterAbsent("oauth_consumer_key");
        }
        return OAuthParameters.of(authorization);
    }
}
