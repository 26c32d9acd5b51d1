package io.clientele.attribute;

import io.clientele.shared.Acl;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The definitions of customers' custom attributes over REST. */
@Path("/rest/V1/customerAttributes")
public class CustomerAttributeResource {

    private static final AttributeOwner OWNER = AttributeOwner.CUSTOMER;

    private final AttributeService attributes;

    @Inject
    CustomerAttributeResource(AttributeService attributes) {
        this.attributes = attributes;
    }

    /** What a caller sends to write an attribute. */
    public record SaveAttribute(AttributeBody attribute) {}

    @POST
    @Acl(AttributeService.MANAGE)
    public AttributeBody create(SaveAttribute body) {
        return AttributeBody.of(attributes.create(OWNER, body.attribute().draft()));
    }

    @GET
    @Path("search")
    @Acl(AttributeService.MANAGE)
    public SearchResults<AttributeBody> search(@Context UriInfo uri) {
        return attributes
                .search(OWNER, Search.criteria(uri.getQueryParameters()))
                .map(AttributeBody::of);
    }

    @GET
    @Path("{attributeCode}")
    @Acl(AttributeService.MANAGE)
    public AttributeBody read(@PathParam("attributeCode") String code) {
        return AttributeBody.of(attributes.attribute(OWNER, code));
    }

    @PUT
    @Path("{attributeCode}")
    @Acl(AttributeService.MANAGE)
    public AttributeBody change(@PathParam("attributeCode") String code, SaveAttribute body) {
        return AttributeBody.of(attributes.change(OWNER, code, body.attribute().draft()));
    }

    @DELETE
    @Path("{attributeCode}")
    @Acl(AttributeService.MANAGE)
    public boolean delete(@PathParam("attributeCode") String code) {
        attributes.delete(OWNER, code);
        return true;
    }
}
