package io.clientele.launch;

import io.clientele.shared.Mode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the service can be reached, as printed after the start. */
@Singleton
class Addresses {

    private final Mode mode;
    private final String host;
    private final int port;

    Addresses(
            Mode mode,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.mode = mode;
        this.host = host.equals("0.0.0.0") ? "localhost" : host;
        this.port = port;
    }

    String root() {
        return "http://" + host + ":" + port;
    }

    String text() {
        StringBuilder text = new StringBuilder("Clientele is ready (" + mode.name() + ")\n");
        line(text, "REST", "/rest/V1", true);
        line(text, "GraphQL", "/graphql", true);
        line(text, "Swagger UI", "/q/swagger-ui", mode.swaggerUi());
        line(text, "GraphiQL", "/q/graphql-ui", mode.graphiql());
        line(text, "Health", "/q/health", true);
        return text.toString().stripTrailing();
    }

    private void line(StringBuilder text, String name, String path, boolean open) {
        text.append("  %-11s %s%n".formatted(name, open ? root() + path : "closed in this mode"));
    }
}
