package io.clientele.address;

import io.clientele.shared.Acl;
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

    @Inject
    AddressResource(AddressService addresses) {
        this.addresses = addresses;
    }

    /** One address of any customer the caller may see. */
    @GET
    @Path("/customers/addresses/{addressId}")
    @Acl("Magento_Customer::manage")
    public AddressBody get(@PathParam("addressId") long addressId) {
        return AddressBody.of(addresses.get(addressId));
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
