package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long tokens live: the shop's settings decide. A token always ends. */
@ApplicationScoped
public class TokenLifetimes {

    /** What an empty setting, or one that makes no sense, stands for. */
    private static final int DEFAULT_MINUTES = 30;

    private final Settings settings;

    TokenLifetimes(Settings settings) {
        this.settings = settings;
    }

    /** What the store's configuration tells shops, in hours; null for no end. It is the contract's and ends no token. */
    public @Nullable Double shownHours() {
        String hours = settings.text(AccessSettings.CUSTOMER_TOKEN_HOURS);
        return hours.isEmpty() ? null : Double.valueOf(hours);
    }

    Duration of(Caller.Type type) {
        SettingDefinition definition =
                type == Caller.Type.ADMIN ? AccessSettings.ADMIN_TOKEN_MINUTES : AccessSettings.CUSTOMER_TOKEN_MINUTES;
        int minutes = settings.number(definition);
        return Duration.ofMinutes(minutes > 0 ? minutes : DEFAULT_MINUTES);
    }
}
