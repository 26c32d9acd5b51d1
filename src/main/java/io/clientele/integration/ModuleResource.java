package io.clientele.integration;

import io.clientele.shared.Acl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The modules over REST; third parties ask for them to try their credentials. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class ModuleResource {

    private final ModuleService service;

    ModuleResource(ModuleService service) {
        this.service = service;
    }

    @GET
    @Path("modules")
    @Acl(Acl.ANY_ADMIN)
    public List<String> modules() {
        return service.names();
    }
}
