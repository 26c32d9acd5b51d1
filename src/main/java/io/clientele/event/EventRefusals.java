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

    static Refusal limit(int given, int most) {
        return Refusal.input("Invalid limit %1: it must be between 1 and %2.").at(given, most);
    }

    static Refusal noCursor(String given) {
        return Refusal.input("\"%1\" is no cursor of this feed.").at(given);
    }

    static Refusal cursorTooOld(String given) {
        return Refusal.input(
                        "Events after the cursor \"%1\" are no longer kept. Begin again without one and read anew what it tells of.")
                .at(given);
    }
}
