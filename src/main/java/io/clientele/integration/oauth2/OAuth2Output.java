package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.RestStatus;
import io.clientele.shared.rest.WholeAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** Answers of OAuth 2.0: its own errors, and nothing that anybody keeps. */
final class OAuth2Output {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private OAuth2Output() {}

    static Response of(Map<String, Object> body) {
        return unkept(Response.ok(new WholeAnswer(body), MediaType.APPLICATION_JSON_TYPE));
    }

    /** The error of RFC 6749, 5.2. A client that has not proven itself is told how. */
    static Response error(ErrorObject error) {
        int status = error.getHTTPStatusCode() == 0 || error.getHTTPStatusCode() == 302
                ? BAD_REQUEST
                : error.getHTTPStatusCode();
        Response.ResponseBuilder answer = Response.status(status)
                .entity(new WholeAnswer(error.toJSONObject()))
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (status == UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth2\"");
        }
        return unkept(answer);
    }

    /** What the library would not read. */
    static Response error(ParseException failure) {
        ErrorObject error = failure.getErrorObject();
        return error(error == null ? OAuth2Error.INVALID_REQUEST : error);
    }

    /** A refusal of the house in the words of this protocol. */
    static Response error(Refusal refusal) {
        boolean later = refusal.kind() == RefusalKind.TOO_MANY || refusal.kind() == RefusalKind.UNAVAILABLE;
        ErrorObject kind = later ? OAuth2Error.TEMPORARILY_UNAVAILABLE : OAuth2Error.INVALID_REQUEST;
        return error(new ErrorObject(kind.getCode(), refusal.rendered(), RestStatus.of(refusal.kind())));
    }

    /** By GET, whatever was sent before (RFC 9700, 4.12). */
    static Response redirect(URI to) {
        return unkept(Response.seeOther(to).header("Referrer-Policy", "no-referrer"));
    }

    private static Response unkept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .build();
    }
}
