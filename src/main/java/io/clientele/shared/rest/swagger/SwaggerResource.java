package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Acl;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The Swagger 2.0 document over REST. */
@Path("/rest/schema")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schema")
public class SwaggerResource {

    private final SwaggerService swagger;
    private final RoutingContext routing;

    @Inject
    SwaggerResource(SwaggerService swagger, RoutingContext routing) {
        this.swagger = swagger;
        this.routing = routing;
    }

    /** The operations of some services that the caller may call; {@code all} asks for every one. */
    @GET
    @Acl(Acl.ANONYMOUS)
    @Operation(description = "Swagger 2.0, services=all or services=customerCustomerRepositoryV1,…")
    public JsonNode document(@Nullable @QueryParam("services") String services) {
        String path = routing.normalizedPath();
        String base = path.substring(0, path.indexOf("/schema"));
        return swagger.document(
                services,
                String.valueOf(routing.request().authority()),
                base,
                String.valueOf(routing.request().scheme()));
    }
}
