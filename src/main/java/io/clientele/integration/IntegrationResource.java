package io.clientele.integration;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Integrations over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationResource {

    private static final String INTEGRATIONS = "Magento_Integration::integrations";

    private final IntegrationService service;
    private final CredentialService credentials;
    private final AnswerVersion answer;

    IntegrationResource(IntegrationService service, CredentialService credentials, AnswerVersion answer) {
        this.service = service;
        this.credentials = credentials;
        this.answer = answer;
    }

    /** What the writes take. */
    public record SaveIntegration(IntegrationDraft integration) {}

    /** Makes an integration; only this answer has its secrets. */
    @POST
    @Path("integrations")
    @Acl(INTEGRATIONS)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    public IntegrationBody create(SaveIntegration body) {
        return issued(service.create(body.integration()));
    }

    @GET
    @Path("integrations/search")
    @Acl(INTEGRATIONS)
    public SearchResults<IntegrationBody> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters())).map(IntegrationBody::of);
    }

    @GET
    @Path("integrations/{id}")
    @Acl(INTEGRATIONS)
    public IntegrationBody read(@PathParam("id") long id) {
        return answer.show(service.get(id), IntegrationBody::of);
    }

    @PUT
    @Path("integrations/{id}")
    @Acl(INTEGRATIONS)
    public IntegrationBody change(@PathParam("id") long id, SaveIntegration body) {
        return answer.show(service.change(id, body.integration()), IntegrationBody::of);
    }

    @DELETE
    @Path("integrations/{id}")
    @Acl(INTEGRATIONS)
    public boolean delete(@PathParam("id") long id) {
        credentials.delete(id);
        return true;
    }

    /** Gives it new secrets and a new access token; only this answer has them. */
    @POST
    @Path("integrations/{id}/rotate")
    @Acl(INTEGRATIONS)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    public IntegrationBody rotate(@PathParam("id") long id) {
        return issued(credentials.rotate(id));
    }

    /** Ends all its credentials. */
    @POST
    @Path("integrations/{id}/revoke")
    @Acl(INTEGRATIONS)
    public boolean revoke(@PathParam("id") long id) {
        credentials.revoke(id);
        return true;
    }

    private IntegrationBody issued(IssuedIntegration issued) {
        return answer.show(issued.integration(), shown -> IntegrationBody.of(shown, issued.secrets()));
    }
}
