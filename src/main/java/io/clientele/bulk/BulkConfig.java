package io.clientele.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about operations that are carried out later. */
@ConfigMapping(prefix = "clientele.bulk")
interface BulkConfig {

    /** How many groups of operations this instance carries out at a time; each takes a connection. From 0, for none here. */
    @WithDefault("2")
    int runners();

    /** The most operations of one request. */
    @WithDefault("20000")
    int mostOperations();

    /** How long what has become of operations can be asked for after the last of their request has ended. */
    @WithDefault("30d")
    Duration retention();
}
