package io.clientele.grid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment says about the grid. */
@ConfigMapping(prefix = "clientele.grid")
interface GridConfig {

    /** How many exports this instance writes at a time, each of which takes a connection; 0 for none. */
    @WithDefault("4")
    int exports();
}
