package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import java.util.List;

/** Keeps administrators from giving away, or taking over, more than they hold themselves. */
public final class Grants {

    private Grants() {}

    /** Whether the caller sees a role, or an integration, limited to the websites; empty means it has no limit. */
    public static boolean sees(Caller caller, List<Integer> websiteIds) {
        return caller.websiteIds().isEmpty()
                || (!websiteIds.isEmpty() && caller.websiteIds().containsAll(websiteIds));
    }

    /**
     * @throws Refusal that names the first resource the caller lacks
     */
    public static void mayGive(Caller caller, List<String> resources) {
        for (String resource : resources) {
            if (!caller.may(resource)) {
                throw Refusals.notAllowed(resource);
            }
        }
    }
}
