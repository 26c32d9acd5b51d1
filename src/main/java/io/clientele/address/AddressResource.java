package io.clientele.address;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single addresses, for administrators. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class AddressResource {

    private final AddressService addresses;
    private final AnswerVersion answer;

    @Inject
    AddressResource(AddressService addresses, AnswerVersion answer) {
        this.addresses = addresses;
        this.answer = answer;
    }

    /** One address of any customer the caller may see. */
    @GET
    @Path("/customers/addresses/{addressId}")
    @Acl("Magento_Customer::manage")
    public AddressBody get(@PathParam("addressId") long addressId) {
        return answer.show(addresses.get(addressId), AddressBody::of);
    }

    /** Deletes the address, a default one too. */
    @DELETE
    @Path("/addresses/{addressId}")
    @Acl("Magento_Customer::manage")
    public boolean delete(@PathParam("addressId") long addressId) {
        addresses.delete(addressId);
        return true;
    }
}
