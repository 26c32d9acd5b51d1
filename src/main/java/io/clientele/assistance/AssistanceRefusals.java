package io.clientele.assistance;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** Why nobody may act for a customer, in the contract's words. */
final class AssistanceRefusals {

    private AssistanceRefusals() {}

    /** The shop has switched it off, or the administrator may not; the answer does not tell which. */
    static Refusal disabled() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "Login as Customer is disabled.");
    }

    /** The administrator lacks the second permission, or the customer has not consented. */
    static Refusal notAllowed() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "Allow remote shopping assistance is disabled.");
    }

    static Refusal unknownEmail() {
        return Refusal.input("Customer email provided does not exist");
    }

    static Refusal unspecified(String name) {
        return Refusal.input("Specify the \"%1\" value.").at(name);
    }
}
