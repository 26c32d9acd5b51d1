package io.clientele.customer.graphql;

import io.clientele.customer.EmailAddress;
import io.clientele.customer.life.ConfirmationService;
import io.clientele.customer.life.PasswordResetService;
import io.clientele.shared.Refusal;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;

/** Confirming accounts and resetting passwords over GraphQL. */
@GraphQLApi
public class AccountLifeGraphQL {

    private static final String TEMPLATE = "email_reset";

    private final ConfirmationService confirmations;
    private final PasswordResetService resets;

    @Inject
    AccountLifeGraphQL(ConfirmationService confirmations, PasswordResetService resets) {
        this.confirmations = confirmations;
        this.resets = resets;
    }

    /** The key that was mailed and the address it was mailed to. */
    @Name("ConfirmEmailInput")
    public static class ConfirmEmail {
        @JsonbProperty("confirmation_key")
        public String confirmationKey = "";

        public String email = "";
    }

    @Mutation
    public CustomerOutput confirmEmail(ConfirmEmail input) {
        demand(input.email, GraphQLRefusals.askedEmailInvalid());
        if (input.confirmationKey.isBlank()) {
            throw GraphQLRefusals.confirmationExpired();
        }
        return CustomerOutput.of(confirmations.activateByKey(input.email, input.confirmationKey));
    }

    @Mutation
    public Boolean resendConfirmationEmail(String email) {
        demand(email, GraphQLRefusals.resentEmailInvalid());
        confirmations.resend(email, GraphQLRefusals.resentEmailUnknown());
        return true;
    }

    @Mutation
    public Boolean requestPasswordResetEmail(String email) {
        if (email.isBlank()) {
            throw GraphQLRefusals.resetEmailMissing();
        }
        demand(email, GraphQLRefusals.resetEmailInvalid());
        resets.request(
                email,
                TEMPLATE,
                null,
                new PasswordResetService.Wording(GraphQLRefusals.resetRequestUnknown(), GraphQLRefusals.resetLocked()));
        return true;
    }

    @Mutation
    public Boolean resetPassword(String email, String resetPasswordToken, String newPassword) {
        if (email.isBlank()) {
            throw GraphQLRefusals.resetEmailMissing();
        }
        demand(email, GraphQLRefusals.resetEmailInvalid());
        if (resetPasswordToken.isEmpty()) {
            throw GraphQLRefusals.mustBeSpecified("resetPasswordToken");
        }
        if (newPassword.isEmpty()) {
            throw GraphQLRefusals.mustBeSpecified("newPassword");
        }
        resets.reset(
                email,
                resetPasswordToken,
                newPassword,
                new PasswordResetService.Wording(GraphQLRefusals.resetUnknown(), GraphQLRefusals.resetLocked()));
        return true;
    }

    private static void demand(String email, Refusal otherwise) {
        if (!EmailAddress.isValid(email.strip())) {
            throw otherwise;
        }
    }
}
