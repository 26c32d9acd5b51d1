package io.clientele.attribute;

import io.clientele.shared.Acl;
import io.clientele.shared.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files that are values of attributes: to be saved, not shown, so that no browser runs what somebody sent. */
@Path("/rest/V1")
@Produces(MediaType.WILDCARD)
public class AttributeFileResource {

    private final AttributeFiles files;
    private final CurrentCaller caller;

    @Inject
    AttributeFileResource(AttributeFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Path("/customers/{customerId}/attributes/{attributeCode}/file")
    @Acl("Magento_Customer::manage")
    public Response ofCustomer(@PathParam("customerId") long customerId, @PathParam("attributeCode") String code) {
        return answer(files.read(AttributeOwner.CUSTOMER, customerId, null, code));
    }

    @GET
    @Path("/customers/{customerId}/addresses/{addressId}/attributes/{attributeCode}/file")
    @Acl("Magento_Customer::manage")
    public Response ofAddress(
            @PathParam("customerId") long customerId,
            @PathParam("addressId") long addressId,
            @PathParam("attributeCode") String code) {
        return answer(files.read(AttributeOwner.CUSTOMER_ADDRESS, customerId, addressId, code));
    }

    @GET
    @Path("/customers/me/attributes/{attributeCode}/file")
    @Acl(Acl.SELF)
    public Response own(@PathParam("attributeCode") String code) {
        return answer(files.read(AttributeOwner.CUSTOMER, caller.get().id(), null, code));
    }

    @GET
    @Path("/customers/me/addresses/{addressId}/attributes/{attributeCode}/file")
    @Acl(Acl.SELF)
    public Response ofOwnAddress(@PathParam("addressId") long addressId, @PathParam("attributeCode") String code) {
        return answer(files.read(AttributeOwner.CUSTOMER_ADDRESS, caller.get().id(), addressId, code));
    }

    private static Response answer(AttributeFile file) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content(), file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
