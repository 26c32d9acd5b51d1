package io.clientele.access;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.Unversioned;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that tokens are signed with. */
@Path("/rest/V1/signingKeys")
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeyResource {

    private static final String KEYS = "Clientele_Access::signing_keys";

    private final SigningKeyService service;

    SigningKeyResource(SigningKeyService service) {
        this.service = service;
    }

    @GET
    @Acl(KEYS)
    public List<SigningKeyInfo> list() {
        return service.list();
    }

    /**
     * A new key takes over a second later; tokens that were made before stay valid until they end. {@code purpose} is
     * {@code access}, as without it, or {@code oauth2}.
     */
    @POST
    @Path("/rotate")
    @Acl(KEYS)
    public SigningKeyInfo rotate(@QueryParam("purpose") @Nullable String purpose) {
        return service.rotate(purpose);
    }

    /** Ends every token that the key signed. */
    @DELETE
    @Unversioned
    @Path("/{kid}")
    @Acl(KEYS)
    public boolean remove(@PathParam("kid") String kid) {
        service.remove(kid);
        return true;
    }
}
