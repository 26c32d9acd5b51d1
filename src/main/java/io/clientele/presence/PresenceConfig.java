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

    /** The most visitors that one instance makes in a second; whoever comes after them is asked to come back. */
    @WithDefault("100")
    int newVisitorsPerSecond();
}
