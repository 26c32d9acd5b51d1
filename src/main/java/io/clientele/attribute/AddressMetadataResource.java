package io.clientele.attribute;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** What attributes addresses have, over the contract's REST routes. */
@Path("/rest/V1/attributeMetadata/customerAddress")
public class AddressMetadataResource {

    private static final AttributeOwner OWNER = AttributeOwner.CUSTOMER_ADDRESS;

    private final AttributeMetadataService metadata;

    @Inject
    AddressMetadataResource(AttributeMetadataService metadata) {
        this.metadata = metadata;
    }

    @GET
    @Acl("Magento_Customer::customer")
    public List<AttributeMetadataBody> all() {
        return AttributeMetadataBody.of(metadata.all(OWNER));
    }

    @GET
    @Path("custom")
    @Acl("Magento_Customer::customer")
    public List<AttributeMetadataBody> custom() {
        return AttributeMetadataBody.of(metadata.custom(OWNER));
    }

    @GET
    @Path("attribute/{attributeCode}")
    @Acl("Magento_Customer::customer")
    public AttributeMetadataBody attribute(@PathParam("attributeCode") String code) {
        return AttributeMetadataBody.of(metadata.attribute(OWNER, code));
    }

    @GET
    @Path("form/{formCode}")
    @Acl("Magento_Customer::customer")
    public List<AttributeMetadataBody> form(@PathParam("formCode") String form) {
        return AttributeMetadataBody.of(metadata.form(OWNER, form));
    }
}
