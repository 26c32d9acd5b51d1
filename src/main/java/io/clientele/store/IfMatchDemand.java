package io.clientele.store;

import io.clientele.shared.rest.RestRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Where the shop wants it, refuses a change that does not name the version it is meant for. */
@ApplicationScoped
public class IfMatchDemand {

    private static final String HEADER = "If-Match";

    private final Settings settings;

    @Inject
    IfMatchDemand(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param versioned whether the operation changes something that has a version
     * @param ifMatch the header, or null
     */
    public void check(boolean versioned, @Nullable String ifMatch) {
        if (versioned && ifMatch == null && settings.flag(StoreSettings.IF_MATCH_REQUIRED)) {
            throw RestRefusals.preconditionNeeded(HEADER);
        }
    }
}
