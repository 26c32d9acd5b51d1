package io.clientele.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about facts. */
@ConfigMapping(prefix = "clientele.activity")
interface ActivityConfig {

    /** How long a correction waits for its order; at least a minute. */
    @WithDefault("90d")
    Duration correctionLifetime();
}
