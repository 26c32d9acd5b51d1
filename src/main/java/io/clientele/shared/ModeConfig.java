package io.clientele.shared;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The switches of what is open to people; each follows the mode when it is not set. */
@ConfigMapping(prefix = "clientele.open")
interface ModeConfig {

    Optional<Boolean> swaggerUi();

    Optional<Boolean> graphiql();

    Optional<Boolean> introspection();

    Optional<Boolean> corsLocalhost();
}
