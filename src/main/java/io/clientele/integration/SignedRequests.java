package io.clientele.integration;

import io.clientele.access.CallerSource;
import io.clientele.shared.AnswerHeaders;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;

/** Recognises an integration by a request that it has signed with its access token (OAuth 1.0a). */
@ApplicationScoped
class SignedRequests implements CallerSource {

    /** The steps on the way to an access token check their signatures themselves: theirs have other tokens, or none. */
    private static final String EXCHANGE = "/oauth/token/";

    private final OAuthVerification verification;
    private final IntegrationSecrets secrets;
    private final IntegrationAccess access;
    private final SentRequest sent;
    private final AnswerHeaders headers;

    SignedRequests(
            OAuthVerification verification,
            IntegrationSecrets secrets,
            IntegrationAccess access,
            SentRequest sent,
            AnswerHeaders headers) {
        this.verification = verification;
        this.secrets = secrets;
        this.access = access;
        this.sent = sent;
        this.headers = headers;
    }

    @Override
    public boolean reads(String authorization) {
        return OAuthParameters.isOAuth(authorization) && !sent.path().startsWith(EXCHANGE);
    }

    @Override
    public Optional<Caller> caller(String authorization) {
        try {
            return verified(OAuthParameters.of(authorization));
        } catch (Refusal refusal) {
            OAuthProblem.of(refusal.template())
                    .ifPresent(problem ->
                            headers.put("WWW-Authenticate", "OAuth oauth_problem=\"" + problem.text() + "\""));
            throw refusal;
        }
    }

    private Optional<Caller> verified(OAuthParameters parameters) {
        KnownIntegration consumer = verification.consumer(parameters);
        String token = parameters.required("oauth_token");
        if (!MessageDigest.isEqual(Secret.hash(token), consumer.secrets().accessTokenHash())) {
            throw IntegrationRefusals.problem(OAuthProblem.TOKEN_REJECTED);
        }
        verification.prove(parameters, consumer, secrets.accessTokenSecret(consumer), "");
        return access.caller(consumer.integration().id(), null);
    }
}
