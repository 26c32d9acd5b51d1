package io.clientele.address;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/**
 * What can be wrong with an address, in the contract's words. Where the contract fills in a label itself there is no
 * parameter.
 */
final class AddressRefusals {

    private AddressRefusals() {}

    static Refusal missing(long id) {
        return Refusals.noSuchEntity("addressId", id);
    }

    static Refusal tooManyLines(int most) {
        return Refusal.input("\"Street Address\" cannot contain more than " + most + " lines.");
    }

    static Refusal externalIdTaken() {
        return Refusal.of(
                RefusalKind.ALREADY_EXISTS, "An address with the same external id already exists in the website.");
    }
}
