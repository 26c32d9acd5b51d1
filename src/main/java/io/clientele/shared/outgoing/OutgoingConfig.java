package io.clientele.shared.outgoing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the deployment says about calls to addresses that others have named. */
@ConfigMapping(prefix = "clientele.outgoing")
interface OutgoingConfig {

    /**
     * Whether calls may go to private, loopback and link-local addresses; when it is not set, in mode {@code local} only.
     */
    Optional<Boolean> allowPrivate();
}
