package io.clientele.presence;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** The refusals around visitors. */
final class PresenceRefusals {

    private PresenceRefusals() {}

    static Refusal unknownVisitor() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "The visitor isn't known. Ask for a new visitor token.");
    }

    static Refusal tooManyVisitors() {
        return Refusal.of(RefusalKind.TOO_MANY, "Too many visitors come at once. Please try again later.");
    }
}
