package io.clientele.tax;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    @Inject
    TaxClassResource(TaxClassService service) {
        this.service = service;
    }

    /** What a caller sends to write a tax class. */
    public record SaveTaxClass(@JsonProperty("taxClass") TaxClassBody taxClass) {}

    @POST
    @Acl(MANAGE)
    public String create(SaveTaxClass body) {
        return String.valueOf(service.save(body.taxClass().draft()));
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
        return TaxClassBody.of(service.taxClass(id));
    }

    @PUT
    @Path("{classId}")
    @Acl(MANAGE)
    public String change(@PathParam("classId") int id, SaveTaxClass body) {
        return String.valueOf(service.save(body.taxClass().draft().withId(id)));
    }

    @DELETE
    @Path("{taxClassId}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("taxClassId") int id) {
        service.delete(id);
        return true;
    }
}
