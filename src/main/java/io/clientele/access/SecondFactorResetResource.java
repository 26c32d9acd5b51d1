package io.clientele.access;

import io.clientele.shared.Acl;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Our route for an administrator who has lost the second factor. */
@Path("/rest/V1/admin/users/{id}/resetSecondFactor")
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResetResource {

    private final SecondFactorService service;

    SecondFactorResetResource(SecondFactorService service) {
        this.service = service;
    }

    @POST
    @Acl("Magento_TwoFactorAuth::tfa")
    public boolean reset(@PathParam("id") long id) {
        service.reset(id);
        return true;
    }
}
