package io.clientele.customer.graphql;

import org.eclipse.microprofile.graphql.Name;

/** The small answers around signing in. */
public final class TokenNodes {

    private TokenNodes() {}

    /** A token that was made. */
    @Name("CustomerToken")
    public record Token(String token) {}

    /** Whether the tokens were revoked. */
    @Name("RevokeCustomerTokenOutput")
    public record Revoked(Boolean result) {}

    /** Whether an address can be registered. */
    @Name("IsEmailAvailableOutput")
    public record EmailAvailable(@Name("is_email_available") Boolean available) {}
}
