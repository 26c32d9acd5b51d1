package io.clientele.shared;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where this process runs: {@code local} on somebody's own machine, where the tools for people are open, or {@code
 * production}, where they are closed and each can be opened by its own switch ({@code clientele.open.*}).
 */
@Singleton
public class Mode {

    /** The modes of {@code clientele.mode}. */
    public enum Name {
        LOCAL,
        PRODUCTION
    }

    private final Name name;
    private final ModeConfig open;

    Mode(@ConfigProperty(name = "clientele.mode") Name name, ModeConfig open) {
        this.name = name;
        this.open = open;
    }

    public boolean local() {
        return name == Name.LOCAL;
    }

    /** As it is written in the configuration. */
    public String name() {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** Whether Swagger UI and the OpenAPI document are served ({@code clientele.open.swagger-ui}). */
    public boolean swaggerUi() {
        return orByMode(open.swaggerUi());
    }

    /** Whether GraphiQL is served ({@code clientele.open.graphiql}). */
    public boolean graphiql() {
        return orByMode(open.graphiql());
    }

    /** Whether GraphQL tells its schema ({@code clientele.open.introspection}). */
    public boolean introspection() {
        return orByMode(open.introspection());
    }

    /** Whether pages of localhost may call the APIs ({@code clientele.open.cors-localhost}). */
    public boolean corsLocalhost() {
        return orByMode(open.corsLocalhost());
    }

    private boolean orByMode(Optional<Boolean> set) {
        return set.orElseGet(this::local);
    }
}
