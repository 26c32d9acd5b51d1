package io.clientele.shared;

/** The contract's GraphQL error categories for each kind of refusal, and the HTTP status each brings. */
public final class GraphQLCategory {

    private GraphQLCategory() {}

    public static String of(RefusalKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> "graphql-authentication";
            case AUTHORIZATION -> "graphql-authorization";
            case NO_SUCH_ENTITY, NO_ROUTE -> "graphql-no-such-entity";
            case ALREADY_EXISTS -> "graphql-already-exists";
            default -> "graphql-input";
        };
    }

    /** 401 for authentication, 403 for authorization, 429 for too many, 503 when a part is gone, 200 for all that is a plain answer. */
    public static int status(RefusalKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> 401;
            case AUTHORIZATION -> 403;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            default -> 200;
        };
    }
}
