package io.clientele.access;

import io.clientele.shared.Acl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The public keys of tokens, where RFC 8414 has clients look for them. */
@Path("/.well-known/jwks.json")
public class JwksResource {

    private final SigningKeyService service;

    JwksResource(SigningKeyService service) {
        this.service = service;
    }

    /** A JSON Web Key Set (RFC 7517). */
    public record KeySet(List<Map<String, Object>> keys) {}

    /** Whoever meets a key that is not in a kept answer asks again: a new key is here before it signs. */
    @GET
    @Acl(Acl.ANONYMOUS)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Response keys() {
        return Response.ok(new KeySet(service.published()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
