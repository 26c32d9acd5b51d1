package io.clientele.assistance;

import io.clientele.customer.Customer;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** When somebody may act for a customer. */
@ApplicationScoped
class AssistanceRules {

    static final int MOST_REASON = 255;

    private final Settings settings;

    @Inject
    AssistanceRules(Settings settings) {
        this.settings = settings;
    }

    boolean isOn() {
        return settings.flag(AssistanceSettings.ENABLED);
    }

    /** Refuses while the shop has it switched off, and a customer who has not consented where that is asked for. */
    void demand(Customer customer) {
        if (!isOn()) {
            throw AssistanceRefusals.disabled();
        }
        if (settings.flag(AssistanceSettings.REQUIRE_CONSENT, customer.websiteId())
                && !AssistanceConsent.isGivenBy(customer)) {
            throw AssistanceRefusals.notAllowed();
        }
    }

    /** The reason without spaces around it, or null for none. */
    static @Nullable String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String reason = given.strip();
        if (reason.length() > MOST_REASON) {
            throw Refusals.tooLong("Reason", MOST_REASON);
        }
        return reason;
    }
}
