package io.clientele.integration;

import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks requests that are signed by OAuth 1.0a. A nonce is used up only by a request whose signature fits, so that nobody uses up
 * an integration's but itself.
 */
@ApplicationScoped
class OAuthVerification {

    /** How far a timestamp may be from our time, in both directions. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final KnownIntegrations known;
    private final IntegrationSecrets secrets;
    private final NonceRepository nonces;
    private final SentRequest sent;
    private final Settings settings;
    private final Clock clock;

    OAuthVerification(
            KnownIntegrations known,
            IntegrationSecrets secrets,
            NonceRepository nonces,
            SentRequest sent,
            Settings settings,
            Clock clock) {
        this.known = known;
        this.secrets = secrets;
        this.nonces = nonces;
        this.sent = sent;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The integration that the request says it is from, which {@link #prove} has yet to prove.
     *
     * @throws Refusal for a parameter that is missing or wrong, and a consumer key that no active integration has
     */
    KnownIntegration consumer(OAuthParameters parameters) {
        if (!parameters.given("oauth_version").orElse("1.0").equals("1.0")) {
            throw IntegrationRefusals.problem(OAuthProblem.VERSION_REJECTED);
        }
        String key = parameters.required("oauth_consumer_key");
        String _ = parameters.required("oauth_signature");
        String _ = parameters.required("oauth_nonce");
        SignatureMethod _ = method(parameters);
        Instant _ = timestamp(parameters);
        return known.find(all -> Optional.ofNullable(all.byConsumerKey().get(key)))
                .filter(found -> key.length() == Secret.TEXT_LENGTH)
                .filter(found -> found.integration().active())
                .orElseThrow(() -> IntegrationRefusals.problem(OAuthProblem.CONSUMER_KEY_REJECTED));
    }

    /**
     * Proves that the request is from whoever has the two secrets, and that it has not come before.
     *
     * @param tokenSecret empty where the request has no token yet
     * @param form the body, if it is a form; empty otherwise
     * @throws Refusal when it is not
     */
    void prove(OAuthParameters parameters, KnownIntegration consumer, String tokenSecret, String form) {
        boolean fits = method(parameters)
                .fits(
                        parameters.required("oauth_signature"),
                        sent.signatureBase(parameters, form),
                        secrets.consumerSecret(consumer),
                        tokenSecret);
        if (!fits) {
            throw IntegrationRefusals.problem(OAuthProblem.SIGNATURE_INVALID);
        }
        Instant until = timestamp(parameters).plus(WINDOW);
        try {
            if (!nonces.use(consumer.integration().id(), parameters.required("oauth_nonce"), until)) {
                throw IntegrationRefusals.problem(OAuthProblem.NONCE_USED);
            }
        } catch (DatabaseFailure e) {
            throw IntegrationRefusals.unavailable();
        }
    }

    private SignatureMethod method(OAuthParameters parameters) {
        String text = parameters.required("oauth_signature_method");
        return SignatureMethod.of(text)
                .filter(method -> method == SignatureMethod.HMAC_SHA256 || settings.flag(IntegrationSettings.HMAC_SHA1))
                .orElseThrow(() -> IntegrationRefusals.methodRejected(text));
    }

    private Instant timestamp(OAuthParameters parameters) {
        String text = parameters.required("oauth_timestamp");
        if (SECONDS.matcher(text).matches()) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(text));
            if (Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0) {
                return at;
            }
        }
        throw IntegrationRefusals.problem(OAuthProblem.TIMESTAMP_REFUSED);
    }
}
