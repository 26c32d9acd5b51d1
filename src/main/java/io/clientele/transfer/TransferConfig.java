package io.clientele.transfer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the deployment says about files of customers. */
@ConfigMapping(prefix = "clientele.transfer")
interface TransferConfig {

    /** The largest file that is taken over, in bytes; not more than HTTP requests may have. */
    @WithDefault("1G")
    MemorySize maxSize();
}
