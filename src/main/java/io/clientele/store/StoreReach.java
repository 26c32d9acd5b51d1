package io.clientele.store;

import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How far an administrator whose role is limited to websites may see and change things. */
@ApplicationScoped
class StoreReach {

    private final CurrentCaller caller;

    @Inject
    StoreReach(CurrentCaller caller) {
        this.caller = caller;
    }

    boolean sees(int websiteId) {
        return caller.get().maySee(websiteId);
    }

    /** Refuses like a missing permission whoever is limited to some websites. */
    void demandAll(String resource) {
        caller.demandAllWebsites(resource);
    }
}
