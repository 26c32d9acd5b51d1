package io.clientele.customer.graphql;

import io.clientele.customer.EmailAddress;
import io.clientele.customer.EmailAvailability;
import io.clientele.customer.SignInService;
import io.clientele.customer.SignOutService;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/** Signing in and out over GraphQL, and whether an address is free. */
@GraphQLApi
public class SignInGraphQL {

    private final SignInService signIn;
    private final EmailAvailability availability;
    private final SignOutService signOut;

    @Inject
    SignInGraphQL(SignInService signIn, EmailAvailability availability, SignOutService signOut) {
        this.signIn = signIn;
        this.availability = availability;
        this.signOut = signOut;
    }

    @Mutation
    public TokenNodes.Token generateCustomerToken(String email, String password) {
        if (email.isBlank()) {
            throw GraphQLRefusals.specify("email");
        }
        if (password.isEmpty()) {
            throw GraphQLRefusals.specify("password");
        }
        return new TokenNodes.Token(signIn.signIn(email, password));
    }

    @Mutation
    public TokenNodes.Revoked revokeCustomerToken() {
        signOut.signOut();
        return new TokenNodes.Revoked(true);
    }

    @Query("isEmailAvailable")
    public TokenNodes.EmailAvailable isEmailAvailable(String email) {
        if (email.isBlank()) {
            throw GraphQLRefusals.askedEmailMissing();
        }
        if (!EmailAddress.isValid(email.strip())) {
            throw GraphQLRefusals.askedEmailInvalid();
        }
        return new TokenNodes.EmailAvailable(availability.isAvailable(email, null));
    }
}
