package io.clientele.shared.rest;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.RestStatus;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Shows every failure of a REST operation in the contract's form. Only the unexpected is logged, once. */
public class RestErrors {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String RETRY_RUNNING_SECONDS = "1";

    @ServerExceptionMapper
    public Response refusal(Refusal refusal, ContainerRequestContext request) {
        return show(refusal, request);
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException failure, ContainerRequestContext request) {
        Refusal hidden = Refusal.in(failure);
        return show(hidden == null ? RestRefusals.noRoute() : hidden, request);
    }

    @ServerExceptionMapper
    public Response replayed(ReplayedAnswer earlier) {
        return earlier.response();
    }

    /** The contract matches a route by path and method together: another method of a known path is no route. */
    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException failure, ContainerRequestContext request) {
        return show(RestRefusals.noRoute(), request);
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException failure, ContainerRequestContext request) {
        return show(RestRefusals.notAcceptable(header(request, HttpHeaders.ACCEPT)), request);
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException failure, ContainerRequestContext request) {
        return show(RestRefusals.unknownContentType(header(request, HttpHeaders.CONTENT_TYPE)), request);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException failure, ContainerRequestContext request) {
        Refusal hidden = Refusal.in(failure);
        if (hidden != null) {
            return show(hidden, request);
        }
        int status = failure.getResponse().getStatus();
        return status >= 500 ? unexpected(failure, request) : show(RestRefusals.invalidData(), request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        Refusal refusal = RestRefusals.in(failure);
        if (refusal != null) {
            return show(refusal, request);
        }
        String report = UnexpectedFailure.log(failure);
        return RestAnswer.of(
                RestResponse.StatusCode.INTERNAL_SERVER_ERROR,
                new RefusalBody(
                        "Internal Error. Details are available in Magento log file. Report ID: " + report, null, null),
                RefusalBody.MEDIA_TYPE);
    }

    private static Response show(Refusal refusal, ContainerRequestContext request) {
        int status = RestStatus.of(refusal.kind());
        boolean problem = Boolean.TRUE.equals(request.getProperty(RequestShape.PROBLEM));
        Response answer = problem
                ? RestAnswer.of(status, ProblemBody.of(refusal, status), ProblemBody.MEDIA_TYPE)
                : RestAnswer.of(status, RefusalBody.of(refusal), RefusalBody.MEDIA_TYPE);
        String again = retryAfter(refusal.kind());
        return again == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, again)
                        .build();
    }

    private static @Nullable String retryAfter(RefusalKind kind) {
        return switch (kind) {
            case UNAVAILABLE, TOO_MANY -> RETRY_AFTER_SECONDS;
            case CONFLICT -> RETRY_RUNNING_SECONDS;
            default -> null;
        };
    }

    private static String header(ContainerRequestContext request, String name) {
        String value = request.getHeaderString(name);
        return value == null ? "" : value;
    }
}
