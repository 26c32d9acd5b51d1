package io.clientele.access;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
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
import java.util.List;
import java.util.function.Function;

/** Roles of administrators, and what there is to grant. */
@Path("/rest/V1/admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminRoleResource {

    private static final String ROLES = "Magento_User::acl_roles";

    private final AdminRoleService service;
    private final AnswerVersion answer;

    AdminRoleResource(AdminRoleService service, AnswerVersion answer) {
        this.service = service;
        this.answer = answer;
    }

    /** What the writes take. */
    public record SaveRole(AdminRoleDraft role) {}

    @GET
    @Path("/resources")
    @Acl(Acl.ANY_ADMIN)
    public List<AclEntry> resources() {
        return List.of(service.resources());
    }

    @GET
    @Path("/roles/search")
    @Acl(ROLES)
    public SearchResults<AdminRole> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters()));
    }

    @POST
    @Idempotent
    @Path("/roles")
    @Acl(ROLES)
    public AdminRole create(SaveRole body) {
        return answer.show(service.create(body.role()), Function.identity());
    }

    @PUT
    @Path("/roles/{id}")
    @Acl(ROLES)
    public AdminRole update(@PathParam("id") long id, SaveRole body) {
        return answer.show(service.update(id, body.role()), Function.identity());
    }

    @DELETE
    @Path("/roles/{id}")
    @Acl(ROLES)
    public boolean delete(@PathParam("id") long id) {
        service.delete(id);
        return true;
    }
}
