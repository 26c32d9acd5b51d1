package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.clientele.integration.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks what an app asks for, once it is known who asks and where to go back to. */
@ApplicationScoped
class AppRequests {

    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,2000}");
    /** SHA-256 in the URL's alphabet. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Issuer issuer;
    private final Clock clock;

    AppRequests(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws ParseException with the error to tell the app */
    AppRequest read(Integration client, String redirect, boolean named, Map<String, List<String>> sent)
            throws ParseException {
        Map<String, List<String>> parameters = FormRequest.counting(sent);
        if (parameters.containsKey("request")) {
            throw refused(OAuth2Error.REQUEST_NOT_SUPPORTED, "Request objects are not taken");
        }
        if (parameters.containsKey("request_uri")) {
            throw refused(OAuth2Error.REQUEST_URI_NOT_SUPPORTED, "Request objects are not taken");
        }
        if (parameters.containsKey("state") && state(parameters) == null) {
            throw refused(OAuth2Error.INVALID_REQUEST, "The state must be of visible ASCII characters");
        }
        AuthorizationRequest request = AuthorizationRequest.parse(parameters);
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            throw refused(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "The only response_type is code");
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            throw refused(OAuth2Error.INVALID_REQUEST, "The only response_mode is query");
        }
        List<String> scopes = request.getScope() == null
                ? List.of(CustomerScope.READ.word())
                : request.getScope().toStringList();
        if (!CustomerScope.mayBeAsked(scopes)) {
            throw refused(OAuth2Error.INVALID_SCOPE, "Scopes are customer:read, and customer:write beside it");
        }
        return new AppRequest(
                client.id(),
                redirect,
                named,
                scopes,
                audience(request),
                state(parameters),
                challenge(request),
                clock.instant().plus(OPEN));
    }

    private List<String> audience(AuthorizationRequest request) throws ParseException {
        List<URI> asked = request.getResources() == null ? List.of() : request.getResources();
        return issuer.audience(asked)
                .orElseThrow(() -> refused(OAuth2Error.INVALID_TARGET, "There is no such resource"));
    }

    /** Without a method it would be plain (RFC 7636, 4.3), and what is plain is in everybody's history. */
    private static String challenge(AuthorizationRequest request) throws ParseException {
        CodeChallenge challenge = request.getCodeChallenge();
        if (challenge == null
                || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || !CHALLENGE.matcher(challenge.getValue()).matches()) {
            throw refused(OAuth2Error.INVALID_REQUEST, "A code_challenge of the method S256 is needed");
        }
        return challenge.getValue();
    }

    /** What the app wants back; null for none, or for what may not be one (RFC 6749, appendix A.5). */
    static @Nullable String state(Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault("state", List.of());
        return values.size() == 1 && STATE.matcher(values.getFirst()).matches() ? values.getFirst() : null;
    }

    private static ParseException refused(ErrorObject error, String why) {
        return new ParseException(why, error.setDescription(why));
    }
}
