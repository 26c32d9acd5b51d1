package io.clientele.integration.oauth2;

import io.clientele.shared.Acl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where RFC 8414 has clients look for what they need to know. */
@Path("/.well-known/oauth-authorization-server")
@Tag(name = "OAuth 2.0")
public class OAuth2MetadataResource {

    private final MetadataService service;

    OAuth2MetadataResource(MetadataService service) {
        this.service = service;
    }

    @GET
    @Acl(Acl.ANONYMOUS)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> metadata() {
        return service.metadata();
    }
}
