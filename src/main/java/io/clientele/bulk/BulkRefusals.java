package io.clientele.bulk;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** Why operations are not taken, found or carried out. */
final class BulkRefusals {

    private BulkRefusals() {}

    static Refusal noSuchBulk(String uuid) {
        return Refusals.noSuchEntity("bulkUuid", uuid);
    }

    static Refusal tooManyOperations(int most) {
        return Refusals.tooManyItems("operation", most);
    }

    /** A release without the operation has taken over. */
    static Refusal noSuchOperation(String operation) {
        return Refusal.input("There is no operation \"%1\" any more.").at(operation);
    }

    /** Sealed by an instance with another key. */
    static Refusal sealedOtherwise() {
        return Refusal.of(
                RefusalKind.UNAVAILABLE,
                "The parameters were sealed with another key than the one that is configured.");
    }
}
