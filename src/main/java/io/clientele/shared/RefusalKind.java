package io.clientele.shared;

/** What sort of refusal it is; the edges turn it into an HTTP status and a GraphQL category. */
public enum RefusalKind {
    /** The request itself is wrong, or the state of things forbids it. */
    INPUT,
    /** Something with that key exists already. */
    ALREADY_EXISTS,
    /** There is no such thing, or it is not the caller's to know of. */
    NO_SUCH_ENTITY,
    /** The caller could not be identified: wrong credentials, a locked or unconfirmed account, a dead token. */
    AUTHENTICATION,
    /** The caller is known, or a guest, and may not do this. */
    AUTHORIZATION,
    /** No route has this path. */
    NO_ROUTE,
    /** The route does not know the HTTP method. */
    METHOD,
    /** None of the media types the caller accepts can be produced. */
    NOT_ACCEPTABLE,
    /** The body is larger than the route takes. */
    TOO_LARGE,
    /** The stored version is not the one the caller named. */
    PRECONDITION_FAILED,
    /** The caller must name the version it wants to change. */
    PRECONDITION_REQUIRED,
    /** The same request is still being carried out. */
    CONFLICT,
    /** Well-formed, but it cannot be carried out as it stands. */
    UNPROCESSABLE,
    /** Too many requests; the answer says when to come back. */
    TOO_MANY,
    /** A part the service depends on is gone for now; the answer says when to come back. */
    UNAVAILABLE;

    /** Whether it is nobody's fault, and the same may succeed a little later. */
    public boolean isPassing() {
        return switch (this) {
            case CONFLICT, TOO_MANY, UNAVAILABLE -> true;
            default -> false;
        };
    }
}
