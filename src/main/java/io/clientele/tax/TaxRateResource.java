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

/** Tax rates over REST. */
@Path("/rest/V1/taxRates")
@Produces(MediaType.APPLICATION_JSON)
public class TaxRateResource {

    private static final String MANAGE = TaxClassService.MANAGE;

    private final TaxRateService service;
    private final AnswerVersion answer;

    @Inject
    TaxRateResource(TaxRateService service, AnswerVersion answer) {
        this.service = service;
        this.answer = answer;
    }

    /** What a caller sends to write a tax rate. */
    public record SaveTaxRate(@JsonProperty("taxRate") TaxRateBody taxRate) {}

    @POST
    @Idempotent
    @Acl(MANAGE)
    public TaxRateBody create(SaveTaxRate body) {
        return answer.show(service.save(body.taxRate().draft()), TaxRateBody::of);
    }

    /** The body names the rate by its id, and makes a new one without. */
    @PUT
    @Acl(MANAGE)
    public TaxRateBody change(SaveTaxRate body) {
        return answer.show(service.save(body.taxRate().draft()), TaxRateBody::of);
    }

    @GET
    @Path("search")
    @Acl(MANAGE)
    public SearchResults<TaxRateBody> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters())).map(TaxRateBody::of);
    }

    @GET
    @Path("{rateId}")
    @Acl(MANAGE)
    public TaxRateBody read(@PathParam("rateId") int id) {
        return answer.show(service.rate(id), TaxRateBody::of);
    }

    @DELETE
    @Path("{rateId}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("rateId") int id) {
        service.delete(id);
        return true;
    }
}
