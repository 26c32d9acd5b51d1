package io.clientele.attribute;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.rest.AnswerVersion;
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
    private final AnswerVersion answer;

    @Inject
    CustomerAttributeResource(AttributeService attributes, AnswerVersion answer) {
        this.attributes = attributes;
        this.answer = answer;
    }

    /** What a caller sends to write an attribute. */
    public record SaveAttribute(AttributeBody attribute) {}

    @POST
    @Idempotent
    @Acl(AttributeService.MANAGE)
    public AttributeBody create(SaveAttribute body) {
        return answer.show(attributes.create(OWNER, body.attribute().draft()), AttributeBody::of);
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
        return answer.show(attributes.attribute(OWNER, code), AttributeBody::of);
    }

    @PUT
    @Path("{attributeCode}")
    @Acl(AttributeService.MANAGE)
    public AttributeBody change(@PathParam("attributeCode") String code, SaveAttribute body) {
        return answer.show(attributes.change(OWNER, code, body.attribute().draft()), AttributeBody::of);
    }

    @DELETE
    @Path("{attributeCode}")
    @Acl(AttributeService.MANAGE)
    public boolean delete(@PathParam("attributeCode") String code) {
        attributes.delete(OWNER, code);
        return true;
    }
}
