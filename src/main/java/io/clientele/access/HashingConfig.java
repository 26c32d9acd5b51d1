package io.clientele.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How much of the machine hashing passwords may take. */
@ConfigMapping(prefix = "clientele.hashing")
interface HashingConfig {

    /** Threads that hash, each with up to 64 MiB of the heap; half the cores unless it is set, at least one. */
    OptionalInt threads();

    /** How many may wait for them; who comes after is refused. At least 1. */
    @WithDefault("32")
    int queue();
}
