package io.clientele.customer;

import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whether an account waits for its owner to confirm the e-mail address. */
@ApplicationScoped
public class Confirmation {

    /**
     * Stands in an account for a key that was mailed and is kept as a hash elsewhere. It is no key itself, and neither is
     * any other text that begins so.
     */
    public static final String MAILED = "#mailed";

    private final Settings settings;

    @Inject
    Confirmation(Settings settings) {
        this.settings = settings;
    }

    /** Whether new accounts of the website must be confirmed. */
    public boolean isDemanded(int websiteId) {
        return settings.flag(CustomerSettings.CONFIRMATION, websiteId);
    }

    /** Whether an account with that to confirm cannot be used on the website yet. */
    public boolean isAwaited(@Nullable String confirmation, int websiteId) {
        return confirmation != null
                && (isDemanded(websiteId) || settings.flag(CustomerSettings.CHANGE_CONFIRMATION, websiteId));
    }

    /** What a new account has to confirm, or null. */
    @Nullable
    String ofNew(int websiteId) {
        return isDemanded(websiteId) ? MAILED : null;
    }

    /** What an account has to confirm whose owner has changed the address, or null. */
    @Nullable
    String ofChanged(int websiteId) {
        return settings.flag(CustomerSettings.CHANGE_CONFIRMATION, websiteId) ? MAILED : null;
    }
}
