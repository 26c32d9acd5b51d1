package io.clientele.customer.life;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a step in the life of an account, in the contract's words. */
public final class LifeRefusals {

    private LifeRefusals() {}

    /** No account of the website has the address. */
    static Refusal unknownEmail(String email, int websiteId) {
        return Refusals.noSuchEntity("email", email, "websiteId", websiteId);
    }

    static Refusal alreadyActive() {
        return Refusal.input("The account is already active.");
    }

    static Refusal wrongConfirmation() {
        return Refusal.input("The confirmation token is invalid. Verify the token and try again.");
    }

    static Refusal confirmationNotNeeded() {
        return Refusal.input("Confirmation isn't needed.");
    }

    static Refusal noSuchTemplate(@Nullable String value, String template1, String template2) {
        return Refusal.input("Invalid value of \"%value\" provided for the %fieldName field."
                        + " Possible values: %template1 or %template2.")
                .with("value", value)
                .with("fieldName", "emailType")
                .with("template1", template1)
                .with("template2", template2);
    }

    static Refusal wrongResetToken() {
        return Refusal.input("The password token is mismatched. Reset and try again.");
    }

    static Refusal resetTokenExpired() {
        return Refusal.input("The password token is expired. Reset and try again.");
    }

    /** @param contact the shop's address for questions */
    static Refusal tooManyResets(String contact) {
        return Refusal.of(
                        RefusalKind.TOO_MANY,
                        "We received too many requests for password resets. Please wait and try again later or contact"
                                + " %1.")
                .at(contact);
    }

    /** The link of a mail was used, is too old, or was never made. */
    public static Refusal wrongLink() {
        return Refusal.input("This link is invalid or has expired.");
    }
}
