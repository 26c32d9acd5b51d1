package io.clientele.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a signing key signs. */
@ConfigMapping(prefix = "clientele.signing-keys")
interface SigningKeyConfig {

    /** After that long a new key takes over; 0 for never. At least an hour. */
    @WithDefault("90d")
    Duration rotateEvery();
}
