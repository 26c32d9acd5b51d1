package io.clientele.shared.idempotency;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** Why a request is not carried out under its key. */
final class IdempotencyRefusals {

    private IdempotencyRefusals() {}

    static Refusal malformed(int longest) {
        return Refusal.input("The \"%1\" header must have 1 to %2 visible ASCII characters.")
                .at(Idempotent.HEADER, longest);
    }

    static Refusal stillRunning() {
        return Refusal.of(
                        RefusalKind.CONFLICT,
                        "A request with the same \"%1\" header is still being carried out. Try again later.")
                .at(Idempotent.HEADER);
    }

    static Refusal anotherRequest() {
        return Refusal.of(
                        RefusalKind.UNPROCESSABLE,
                        "The \"%1\" header was sent with another request already. Enter another key and try again.")
                .at(Idempotent.HEADER);
    }

    static Refusal erased() {
        return Refusal.of(
                        RefusalKind.UNPROCESSABLE,
                        "The request with the same \"%1\" header was carried out, and its answer has been erased.")
                .at(Idempotent.HEADER);
    }
}
