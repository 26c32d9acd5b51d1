package io.clientele.access;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** The refusals of administrators, roles, passwords and tokens. */
final class AccessRefusals {

    private AccessRefusals() {}

    static Refusal unavailable() {
        return Refusal.of(RefusalKind.UNAVAILABLE, "The service is temporarily unavailable. Please try again later.");
    }
}
