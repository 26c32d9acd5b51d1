package io.clientele.group;

import io.clientele.shared.Acl;
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

    @Inject
    DefaultGroupResource(DefaultGroupService groups) {
        this.groups = groups;
    }

    @GET
    @Acl(GroupService.MANAGE)
    public GroupBody read(@QueryParam("storeId") @Nullable Integer storeId) {
        return GroupBody.of(storeId == null ? groups.ofThisStore() : groups.ofStore(storeId));
    }

    @GET
    @Path("{storeId}")
    @Acl(GroupService.MANAGE)
    public GroupBody ofStore(@PathParam("storeId") int storeId) {
        return GroupBody.of(groups.ofStore(storeId));
    }

    @PUT
    @Path("{id}")
    @Acl(GroupService.MANAGE)
    public int change(@PathParam("id") int id) {
        return groups.make(id);
    }
}
