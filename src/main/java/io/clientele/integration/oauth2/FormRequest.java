package io.clientele.integration.oauth2;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
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
     * The request with what RFC 6749 says of all parameters applied: those without a value count as not sent, and none may
     * come twice (3.2).
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
        request.setBody(URLUtils.serializeParameters(parameters));
        return request;
    }

    /** The parameters that have a value, each of them once. */
    static Map<String, List<String>> counting(Map<String, List<String>> sent) throws ParseException {
        Map<String, List<String>> counting = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> each : sent.entrySet()) {
            List<String> values =
                    each.getValue().stream().filter(value -> !value.isEmpty()).toList();
            if (each.getValue().size() > 1 && !each.getKey().equals(RESOURCE)) {
                throw refused("The parameter " + each.getKey() + " must not be sent more than once");
            }
            if (!values.isEmpty()) {
                counting.put(each.getKey(), values);
            }
        }
        return counting;
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
