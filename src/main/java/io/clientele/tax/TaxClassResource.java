package io.clientele.tax;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Tax classes over REST. */
@Path("/rest/V1/taxClasses")
@Produces(MediaType.APPLICATION_JSON)
public class TaxClassResource {

    private static final String MANAGE = TaxClassService.MANAGE;

    private final TaxClassService service;
    private final AnswerVersion answer;

    @Inject
    TaxClassResource(TaxClassService service, AnswerVersion answer) {
        this.service = service;
        this.answer = answer;
    }

    /** What a caller sends to write a tax class. */
    public record SaveTaxClass(@JsonProperty("taxClass") TaxClassBody taxClass) {}

    @POST
    @Idempotent
    @Acl(MANAGE)
    public String create(SaveTaxClass body) {
        return answer.show(service.save(body.taxClass().draft()), TaxClassResource::id);
    }

    @GET
    @Path("search")
    @Acl(MANAGE)
    public SearchResults<TaxClassBody> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters())).map(TaxClassBody::of);
    }

    @GET
    @Path("{taxClassId}")
    @Acl(MANAGE)
    public TaxClassBody read(@PathParam("taxClassId") int id) {
        return answer.show(service.taxClass(id), TaxClassBody::of);
    }

    @PUT
    @Path("{classId}")
    @Acl(MANAGE)
    public String change(@PathParam("classId") int id, SaveTaxClass body) {
        return answer.show(service.save(body.taxClass().draft().withId(id)), TaxClassResource::id);
    }

    @DELETE
    @Path("{taxClassId}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("taxClassId") int id) {
        service.delete(id);
        return true;
    }

    /** The contract answers a write with the id, as a text. */
    private static String id(TaxClass written) {
        return String.valueOf(written.id());
    }
}
