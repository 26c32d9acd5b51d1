package io.clientele.group;

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

/** Customer groups over REST. */
@Path("/rest/V1/customerGroups")
public class GroupResource {

    private final GroupService groups;
    private final AnswerVersion answer;

    @Inject
    GroupResource(GroupService groups, AnswerVersion answer) {
        this.groups = groups;
        this.answer = answer;
    }

    /** What a caller sends to write a group. */
    public record SaveGroup(GroupBody group) {}

    @POST
    @Idempotent
    @Acl(GroupService.MANAGE)
    public GroupBody create(SaveGroup body) {
        return answer.show(groups.save(body.group().draft()), GroupBody::of);
    }

    @GET
    @Path("search")
    @Acl(GroupService.MANAGE)
    public SearchResults<GroupBody> search(@Context UriInfo uri) {
        return groups.search(Search.criteria(uri.getQueryParameters())).map(GroupBody::of);
    }

    @GET
    @Path("{id}")
    @Acl(GroupService.MANAGE)
    public GroupBody read(@PathParam("id") int id) {
        return answer.show(groups.group(id), GroupBody::of);
    }

    @PUT
    @Path("{id}")
    @Acl(GroupService.MANAGE)
    public GroupBody change(@PathParam("id") int id, SaveGroup body) {
        return answer.show(groups.save(body.group().draft().withId(id)), GroupBody::of);
    }

    @DELETE
    @Path("{id}")
    @Acl(GroupService.MANAGE)
    public boolean delete(@PathParam("id") int id) {
        groups.delete(id);
        return true;
    }

    @GET
    @Path("{id}/permissions")
    @Acl(GroupService.MANAGE)
    public boolean isReadOnly(@PathParam("id") int id) {
        return groups.isReadOnly(id);
    }
}
