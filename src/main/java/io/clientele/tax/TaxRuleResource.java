package io.clientele.tax;

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

/** Tax rules over REST. */
@Path("/rest/V1/taxRules")
@Produces(MediaType.APPLICATION_JSON)
public class TaxRuleResource {

    private static final String MANAGE = TaxClassService.MANAGE;

    private final TaxRuleService service;
    private final AnswerVersion answer;

    @Inject
    TaxRuleResource(TaxRuleService service, AnswerVersion answer) {
        this.service = service;
        this.answer = answer;
    }

    /** What a caller sends to write a tax rule. */
    public record SaveTaxRule(TaxRuleBody rule) {}

    @POST
    @Idempotent
    @Acl(MANAGE)
    public TaxRuleBody create(SaveTaxRule body) {
        return answer.show(service.save(body.rule().draft()), TaxRuleBody::of);
    }

    /** The body names the rule by its id, and makes a new one without. */
    @PUT
    @Acl(MANAGE)
    public TaxRuleBody change(SaveTaxRule body) {
        return answer.show(service.save(body.rule().draft()), TaxRuleBody::of);
    }

    @GET
    @Path("search")
    @Acl(MANAGE)
    public SearchResults<TaxRuleBody> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters())).map(TaxRuleBody::of);
    }

    @GET
    @Path("{ruleId}")
    @Acl(MANAGE)
    public TaxRuleBody read(@PathParam("ruleId") int id) {
        return answer.show(service.rule(id), TaxRuleBody::of);
    }

    @DELETE
    @Path("{ruleId}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("ruleId") int id) {
        service.delete(id);
        return true;
    }
}
