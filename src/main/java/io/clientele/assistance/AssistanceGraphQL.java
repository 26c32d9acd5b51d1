package io.clientele.assistance;

import io.clientele.customer.graphql.TokenNodes;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Tokens with which administrators act for customers, over GraphQL. */
@GraphQLApi
public class AssistanceGraphQL {

    private final AssistanceService assistance;
    private final CodeExchangeService exchange;

    @Inject
    AssistanceGraphQL(AssistanceService assistance, CodeExchangeService exchange) {
        this.assistance = assistance;
        this.exchange = exchange;
    }

    /** Whom the administrator wants to act for. */
    @Name("GenerateCustomerTokenAsAdminInput")
    public static class Assisted {
        @JsonbProperty("customer_email")
        public String customerEmail = "";
    }

    /** The token that was made. */
    @Name("GenerateCustomerTokenAsAdminOutput")
    public record AssistedToken(@Name("customer_token") String customerToken) {}

    @Mutation
    public AssistedToken generateCustomerTokenAsAdmin(Assisted input) {
        return new AssistedToken(assistance.tokenByEmail(input.customerEmail));
    }

    @Mutation
    public TokenNodes.Token exchangeOtpForCustomerToken(@NonNull String email, @NonNull String otp) {
        return new TokenNodes.Token(exchange.exchange(email, otp));
    }
}
