package io.clientele.integration.oauth2;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form that a client posts, as the library reads it. */
final class FormRequest {

    /** What may be sent several times (RFC 8707, 2). */
    private static final String RESOURCE = "resource";

    private FormRequest() {}

    /**
     * The request with what RFC 6749 says of all parameters applied: those without a value count as not sent, none may come
     * twice (3.2), and a client proves itself in one way (2.3).
     *
     * @throws ParseException when it is no form, breaks that rule, or names no client
     */
    static HTTPRequest of(URI endpoint, @Nullable String type, @Nullable String authorization, byte[] body)
            throws ParseException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
        request.setEntityContentType(type(type));
        request.ensureEntityContentType(ContentType.APPLICATION_URLENCODED);
        if (authorization != null) {
            request.setAuthorization(authorization);
        }
        Map<String, List<String>> sent = URLUtils.parseParameters(new String(body, StandardCharsets.UTF_8));
        Map<String, List<String>> parameters = counting(sent);
        if (authorization == null && !parameters.containsKey("client_id")) {
            throw new ParseException("The client does not say who it is", OAuth2Error.INVALID_CLIENT);
        }
        if (authorization != null && parameters.containsKey("client_secret")) {
            throw refused("A client must prove itself in one way only");
        }
        request.setBody(URLUtils.serializeParameters(parameters));
        ClientAuthentication proven = ClientAuthentication.parse(request);
        List<String> named = parameters.getOrDefault("client_id", List.of());
        if (proven != null
                && !named.isEmpty()
                && !named.contains(proven.getClientID().getValue())) {
            throw refused("The client_id is not the one in the header");
        }
        return request;
    }

    /** The parameters that have a value, each of them once. */
    static Map<String, List<String>> counting(Map<String, List<String>> sent) throws ParseException {
        for (Map.Entry<String, List<String>> each : sent.entrySet()) {
            if (each.getValue().size() > 1 && !each.getKey().equals(RESOURCE)) {
                throw refused("The parameter " + each.getKey() + " must not be sent more than once");
            }
        }
        return valued(sent);
    }

    /** The parameters that have a value, however often. */
    static Map<String, List<String>> valued(Map<String, List<String>> sent) {
        Map<String, List<String>> valued = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            List<String> kept =
                    values.stream().filter(value -> !value.isEmpty()).toList();
            if (!kept.isEmpty()) {
                valued.put(name, kept);
            }
        });
        return valued;
    }

    private static ContentType type(@Nullable String header) throws ParseException {
        if (header == null) {
            throw refused("The Content-Type must be " + ContentType.APPLICATION_URLENCODED);
        }
        try {
            return ContentType.parse(header);
        } catch (java.text.ParseException e) {
            throw refused("The Content-Type must be " + ContentType.APPLICATION_URLENCODED);
        }
    }

    private static ParseException refused(String why) {
        return new ParseException(why, OAuth2Error.INVALID_REQUEST.setDescription(why));
    }
}
