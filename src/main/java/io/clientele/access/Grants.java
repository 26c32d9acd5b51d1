package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import java.util.List;

/** Keeps administrators from giving away, or taking over, more than they hold themselves. */
final class Grants {

    private Grants() {}

    /** Whether the caller sees a role limited to the websites. */
    static boolean sees(Caller caller, List<Integer> websiteIds) {
        return caller.websiteIds().isEmpty()
                || (!websiteIds.isEmpty() && caller.websiteIds().containsAll(websiteIds));
    }

    /**
     * @throws Refusal that names the first resource the caller lacks
     */
    static void mayGive(Caller caller, List<String> resources) {
        for (String resource : resources) {
            if (!caller.may(resource)) {
                throw Refusals.notAllowed(resource);
            }
        }
    }
}
