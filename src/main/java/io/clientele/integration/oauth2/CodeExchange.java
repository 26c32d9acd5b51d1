package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.clientele.access.ScopedSession;
import io.clientele.access.ScopedTokens;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.integration.Integration;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens for a customer's consent (RFC 6749, 4.1.3): a code, once, by the client it was given to. */
@ApplicationScoped
class CodeExchange {

    private final CodeRepository codes;
    private final ScopedTokens sessions;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Issuer issuer;
    private final OAuth2Audit audit;
    private final Clock clock;

    CodeExchange(
            CodeRepository codes,
            ScopedTokens sessions,
            Tokens tokens,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Issuer issuer,
            OAuth2Audit audit,
            Clock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whatever is wrong with the code is one and the same error. A second use ends what the first one gave. */
    @Transactional
    TokenResponse redeem(Integration client, AuthorizationCodeGrant grant, List<URI> resources) {
        byte[] hash = Secret.hash(grant.getAuthorizationCode().getValue());
        Optional<IssuedCode> held =
                codes.hold(hash).filter(code -> code.request().integrationId() == client.id());
        if (held.isEmpty()) {
            return refused();
        }
        IssuedCode code = held.get();
        Subject customer = Subject.customer(code.customerId());
        if (code.usedAt() != null) {
            if (code.sessionId() != null) {
                tokens.revoke(code.sessionId());
            }
            audit.reused("code", client, customer);
            return refused();
        }
        if (!fits(code, grant)) {
            return refused();
        }
        Optional<List<String>> audience = narrowed(code.request().audience(), resources);
        if (audience.isEmpty()) {
            return new TokenErrorResponse(OAuth2Error.INVALID_TARGET);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> scopes = code.request().scopes();
        Instant until = refreshTokens.sessionEnd(now, now, accessTokens.life());
        long session = sessions.open(
                new ScopedSession(customer, code.websiteId(), client.id(), client.name(), scopes, now, until));
        codes.use(hash, clock.instant(), session);
        Grant whole =
                new Grant(client, customer, session, scopes, code.request().audience());
        Grant first = new Grant(client, customer, session, scopes, audience.get());
        audit.tokenIssued(client, GrantType.AUTHORIZATION_CODE.getValue(), scopes, customer);
        return new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(
                accessTokens.issue(first, now), refreshTokens.next(whole, now, now)));
    }

    private boolean fits(IssuedCode code, AuthorizationCodeGrant grant) {
        return clock.instant().isBefore(code.expiresAt())
                && fits(code.request(), grant.getRedirectionURI())
                && fits(code.request().codeChallenge(), grant.getCodeVerifier())
                && sessions.session(code.grantedIn()).isPresent();
    }

    /** The address that was named must be named again, sign by sign (RFC 6749, 4.1.3). */
    private static boolean fits(AppRequest request, @Nullable URI named) {
        return named == null ? !request.redirectUriSent() : named.toString().equals(request.redirectUri());
    }

    private static boolean fits(String challenge, @Nullable CodeVerifier verifier) {
        return verifier != null
                && MessageDigest.isEqual(
                        challenge.getBytes(StandardCharsets.US_ASCII),
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue()
                                .getBytes(StandardCharsets.US_ASCII));
    }

    /** What of the audience a token is for; empty when it asks for more than was granted (RFC 8707, 2.2). */
    private Optional<List<String>> narrowed(List<String> granted, List<URI> asked) {
        return asked.isEmpty() ? Optional.of(granted) : issuer.audience(asked).filter(granted::containsAll);
    }

    private static TokenResponse refused() {
        return new TokenErrorResponse(OAuth2Error.INVALID_GRANT);
    }
}
