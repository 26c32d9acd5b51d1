package io.clientele.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about events. */
@ConfigMapping(prefix = "clientele.event")
interface EventConfig {

    /** How long events are kept after they happened. */
    @WithDefault("30d")
    Duration retention();
}
