package io.clientele.shared;

/** The HTTP status of each kind of refusal over REST. The contract says 401 for "not allowed", never 403. */
public final class RestStatus {

    private RestStatus() {}

    public static int of(RefusalKind kind) {
        return switch (kind) {
            case INPUT, ALREADY_EXISTS -> 400;
            case AUTHENTICATION, AUTHORIZATION -> 401;
            case NO_SUCH_ENTITY, NO_ROUTE -> 404;
            case METHOD -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
