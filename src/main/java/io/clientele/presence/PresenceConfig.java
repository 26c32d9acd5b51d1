package io.clientele.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about visitors. */
@ConfigMapping(prefix = "clientele.presence")
interface PresenceConfig {

    /** How long a visitor is remembered after the last activity. */
    @WithDefault("30d")
    Duration visitorLifetime();

    /** The most visitors that all instances together make in a second, at least 1; whoever comes after them has to wait. */
    @WithDefault("100")
    int newVisitorsPerSecond();
}
