package io.clientele.shared.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment says about jobs. */
@ConfigMapping(prefix = "clientele.job")
interface JobConfig {

    /** How many jobs this instance goes on with at a time; each takes a connection. From 0, for none here. */
    @WithDefault("2")
    int runners();

    /**
     * How many halves of one part are done at a time: 2, each with a connection and a processor of its own, or 1, which takes
     * longer and leaves more to everybody else.
     */
    @WithDefault("2")
    int lanes();
}
