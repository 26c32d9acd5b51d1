package io.clientele.group;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The default customer group over REST. */
@Path("/rest/V1/customerGroups/default")
public class DefaultGroupResource {

    private final DefaultGroupService groups;
    private final AnswerVersion answer;

    @Inject
    DefaultGroupResource(DefaultGroupService groups, AnswerVersion answer) {
        this.groups = groups;
        this.answer = answer;
    }

    @GET
    @Acl(GroupService.MANAGE)
    public GroupBody read(@QueryParam("storeId") @Nullable Integer storeId) {
        return answer.show(storeId == null ? groups.ofThisStore() : groups.ofStore(storeId), GroupBody::of);
    }

    @GET
    @Path("{storeId}")
    @Acl(GroupService.MANAGE)
    public GroupBody ofStore(@PathParam("storeId") int storeId) {
        return answer.show(groups.ofStore(storeId), GroupBody::of);
    }

    @PUT
    @Path("{id}")
    @Acl(GroupService.MANAGE)
    public int change(@PathParam("id") int id) {
        return answer.show(groups.make(id), Group::id);
    }
}
