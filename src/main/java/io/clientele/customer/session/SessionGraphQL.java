package io.clientele.customer.session;

import io.clientele.access.TokenPair;
import io.clientele.customer.SignInService;
import io.clientele.shared.CurrentCaller;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Sign-ins that can be renewed, and a shopper's sessions, over GraphQL. */
@GraphQLApi
public class SessionGraphQL {

    private final SignInService signIn;
    private final CustomerSessions sessions;
    private final CurrentCaller caller;

    @Inject
    SessionGraphQL(SignInService signIn, CustomerSessions sessions, CurrentCaller caller) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.caller = caller;
    }

    /** A token and what renews it. */
    @Name("CustomerTokens")
    public record Pair(
            @Name("access_token") String accessToken,
            @Name("refresh_token") @Nullable String refreshToken,
            @Name("expires_in") int expiresIn) {

        static Pair of(TokenPair pair) {
            return new Pair(pair.accessToken(), pair.refreshToken(), Math.toIntExact(pair.expiresIn()));
        }
    }

    @Mutation
    public Pair generateCustomerTokens(String email, String password) {
        return Pair.of(signIn.begin(email, password));
    }

    @Mutation
    public Pair refreshCustomerTokens(@NonNull @Name("refresh_token") String refreshToken) {
        return Pair.of(signIn.refresh(refreshToken));
    }

    @Query("customerSessions")
    public List<SessionBody> customerSessions() {
        return sessions.of(caller.customerId()).stream().map(SessionBody::of).toList();
    }

    @Mutation
    public boolean endCustomerSession(@NonNull @Name("session_id") String sessionId) {
        sessions.end(caller.customerId(), number(sessionId));
        return true;
    }

    /** What is no number names no session. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
