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
import java.util.function.Function;

/** Administrators. */
@Path("/rest/V1/admin/users")
@Produces(MediaType.APPLICATION_JSON)
public class AdminUserResource {

    private static final String USERS = "Magento_User::acl_users";

    private final AdminUserService service;
    private final AnswerVersion answer;

    AdminUserResource(AdminUserService service, AnswerVersion answer) {
        this.service = service;
        this.answer = answer;
    }

    /** What the writes take. */
    public record SaveUser(AdminUserDraft user) {}

    @GET
    @Path("/search")
    @Acl(USERS)
    public SearchResults<AdminUser> search(@Context UriInfo uri) {
        return service.search(Search.criteria(uri.getQueryParameters()));
    }

    @POST
    @Idempotent
    @Acl(USERS)
    public AdminUser create(SaveUser body) {
        return answer.show(service.create(body.user()), Function.identity());
    }

    @PUT
    @Path("/{id}")
    @Acl(USERS)
    public AdminUser update(@PathParam("id") long id, SaveUser body) {
        return answer.show(service.update(id, body.user()), Function.identity());
    }

    @DELETE
    @Path("/{id}")
    @Acl(USERS)
    public boolean delete(@PathParam("id") long id) {
        service.delete(id);
        return true;
    }
}
