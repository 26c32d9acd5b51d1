package io.clientele.event;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** What this feature refuses. */
final class EventRefusals {

    private EventRefusals() {}

    static Refusal noSuchMessage(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal notParked() {
        return Refusal.input("The message isn't parked. It is tried again by itself.");
    }
}
