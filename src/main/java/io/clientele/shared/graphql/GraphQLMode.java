package io.clientele.shared.graphql;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the mode of the deployment opens: all errors, introspection, suggestions. */
@Singleton
class GraphQLMode {

    private final boolean local;
    private final GraphQLSettings settings;

    GraphQLMode(
            @ConfigProperty(name = "clientele.mode", defaultValue = "production") String mode,
            GraphQLSettings settings) {
        this.local = mode.equals("local");
        this.settings = settings;
    }

    /** Whether every error is told, not only the first. */
    boolean allErrors() {
        return local;
    }

    boolean introspection() {
        return settings.introspection().orElse(local);
    }
}
