package io.clientele.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who the first administrator is. Looked at only while there is none. */
@ConfigMapping(prefix = "clientele.admin")
public interface AdminConfig {

    @WithDefault("admin")
    String username();

    /** A random one, shown once, when it is not set. */
    Optional<String> password();
}
