package io.clientele.customer.graphql;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** What the GraphQL edge says in words of its own. */
final class GraphQLRefusals {

    private GraphQLRefusals() {}

    static Refusal inputShouldBeSpecified() {
        return Refusal.input("\"input\" value should be specified");
    }

    static Refusal inputMustBeSpecified() {
        return Refusal.input("\"input\" value must be specified");
    }

    static Refusal specify(String name) {
        return Refusal.input("Specify the \"%1\" value.").at(name);
    }

    static Refusal emailNeeded() {
        return Refusal.input("The email address is required to create a customer account.");
    }

    static Refusal emailInvalid(String email) {
        return Refusal.input("\"%1\" is not a valid email address.").at(email);
    }

    static Refusal passwordNeeded() {
        return Refusal.input("Provide the current \"password\" to change \"email\".");
    }

    static Refusal askedEmailMissing() {
        return Refusal.input("Email must be specified");
    }

    static Refusal askedEmailInvalid() {
        return Refusal.input("Email is invalid");
    }

    static Refusal confirmationExpired() {
        return Refusal.input("This confirmation key is invalid or has expired.");
    }

    static Refusal resentEmailInvalid() {
        return Refusal.input("Email address is not valid");
    }

    static Refusal resentEmailUnknown() {
        return Refusal.input("There is no user registered with that email address.");
    }

    static Refusal resetEmailMissing() {
        return Refusal.input("You must specify an email address.");
    }

    static Refusal resetEmailInvalid() {
        return Refusal.input("The email address has an invalid format.");
    }

    static Refusal resetRequestUnknown() {
        return Refusal.input("Cannot reset the customer's password");
    }

    static Refusal resetUnknown() {
        return Refusal.input("Cannot set the customer's password");
    }

    static Refusal resetLocked() {
        return Refusal.input("The account is locked");
    }

    /** A part of a reset is empty. */
    static Refusal mustBeSpecified(String name) {
        return Refusal.input(name + " must be specified");
    }

    static Refusal pageSize() {
        return Refusal.input("pageSize value must be greater than 0.");
    }

    static Refusal currentPage() {
        return Refusal.input("currentPage value must be greater than 0.");
    }

    static Refusal noAddress(long id) {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "Could not find a address with ID \"%1\"")
                .at(id);
    }

    static Refusal noAddressByUid() {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "Could not find an address with the specified ID");
    }

    static Refusal foreignAddress(long id) {
        return Refusal.of(
                        RefusalKind.AUTHORIZATION,
                        "Current customer does not have permission to address with ID \"%1\"")
                .at(id);
    }

    static Refusal foreignAddressByUid() {
        return Refusal.of(
                RefusalKind.AUTHORIZATION,
                "Current customer does not have permission to get address with the specified ID");
    }

    /** @param which the id, or the words that stand for it */
    static Refusal defaultAddress(Object which, String kind) {
        return Refusal.input("Customer Address %1 is set as default %2 address and can not be deleted")
                .at(which, kind);
    }

    static Refusal regionNeeded() {
        return Refusal.input("A region_id is required for the specified country code");
    }

    static Refusal regionMismatch() {
        return Refusal.input("The region_id does not match the selected country or region");
    }

    static Refusal regionUnknown() {
        return Refusal.input("The specified region is not a part of the selected country or region");
    }
}
