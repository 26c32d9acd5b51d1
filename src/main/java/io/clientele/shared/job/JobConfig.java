package io.clientele.shared.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment says about jobs. */
@ConfigMapping(prefix = "clientele.job")
interface JobConfig {

    /** How many jobs this instance goes on with at a time; each takes a connection. From 0, for none here. */
    @WithDefault("2")
    int runners();
}
