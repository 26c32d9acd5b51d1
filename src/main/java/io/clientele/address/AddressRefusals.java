package io.clientele.address;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** What can be wrong with an address, in the contract's words. */
final class AddressRefusals {

    private AddressRefusals() {}

    static Refusal missing(long id) {
        return Refusals.noSuchEntity("addressId", id);
    }

    static Refusal tooManyLines(int most) {
        return Refusal.input("\"%1\" cannot contain more than %2 lines.").at("Street Address", most);
    }

    static Refusal tooLong(String label, int most) {
        return Refusal.input("\"%1\" length must be equal or less than %2 characters.")
                .at(label, most);
    }

    static Refusal invalidName(String label) {
        return Refusal.input("%1 is not valid!").at(label);
    }

    static Refusal externalIdTaken() {
        return Refusal.of(
                RefusalKind.ALREADY_EXISTS, "An address with the same external id already exists in the website.");
    }
}
