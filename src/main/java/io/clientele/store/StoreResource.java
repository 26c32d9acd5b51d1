package io.clientele.store;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.rest.AnswerVersion;
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
import java.util.List;

/** Websites, store groups and store views over REST. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/rest/V1/store")
public class StoreResource {

    private final WebsiteService websites;
    private final StoreGroupService groups;
    private final StoreViewService views;
    private final StoreConfigService configs;
    private final AnswerVersion answer;

    @Inject
    StoreResource(
            WebsiteService websites,
            StoreGroupService groups,
            StoreViewService views,
            StoreConfigService configs,
            AnswerVersion answer) {
        this.websites = websites;
        this.groups = groups;
        this.views = views;
        this.configs = configs;
        this.answer = answer;
    }

    /** The parameters of the operations that write a website. */
    public record SaveWebsite(WebsiteBody website) {}

    /** The parameters of the operations that write a store group. */
    public record SaveStoreGroup(StoreGroupBody group) {}

    /** The parameters of the operations that write a store view. */
    public record SaveStoreView(StoreViewBody store) {}

    @GET
    @Path("/websites")
    @Acl(WebsiteService.RESOURCE)
    public List<WebsiteBody> websites() {
        return websites.list().stream().map(WebsiteBody::of).toList();
    }

    @POST
    @Idempotent
    @Path("/websites")
    @Acl(WebsiteService.RESOURCE)
    public WebsiteBody createWebsite(SaveWebsite body) {
        return answer.show(websites.create(body.website().draft()), WebsiteBody::of);
    }

    @PUT
    @Path("/websites/{id}")
    @Acl(WebsiteService.RESOURCE)
    public WebsiteBody changeWebsite(@PathParam("id") int id, SaveWebsite body) {
        return answer.show(websites.change(id, body.website().draft()), WebsiteBody::of);
    }

    @DELETE
    @Path("/websites/{id}")
    @Acl(WebsiteService.RESOURCE)
    public boolean deleteWebsite(@PathParam("id") int id) {
        websites.delete(id);
        return true;
    }

    @GET
    @Path("/storeGroups")
    @Acl(WebsiteService.RESOURCE)
    public List<StoreGroupBody> storeGroups() {
        return groups.list().stream().map(StoreGroupBody::of).toList();
    }

    @POST
    @Idempotent
    @Path("/storeGroups")
    @Acl(WebsiteService.RESOURCE)
    public StoreGroupBody createStoreGroup(SaveStoreGroup body) {
        return answer.show(groups.create(body.group().draft()), StoreGroupBody::of);
    }

    @PUT
    @Path("/storeGroups/{id}")
    @Acl(WebsiteService.RESOURCE)
    public StoreGroupBody changeStoreGroup(@PathParam("id") int id, SaveStoreGroup body) {
        return answer.show(groups.change(id, body.group().draft()), StoreGroupBody::of);
    }

    @DELETE
    @Path("/storeGroups/{id}")
    @Acl(WebsiteService.RESOURCE)
    public boolean deleteStoreGroup(@PathParam("id") int id) {
        groups.delete(id);
        return true;
    }

    @GET
    @Path("/storeViews")
    @Acl(WebsiteService.RESOURCE)
    public List<StoreViewBody> storeViews() {
        return views.list().stream().map(StoreViewBody::of).toList();
    }

    @POST
    @Idempotent
    @Path("/storeViews")
    @Acl(WebsiteService.RESOURCE)
    public StoreViewBody createStoreView(SaveStoreView body) {
        return answer.show(views.create(body.store().draft()), StoreViewBody::of);
    }

    @PUT
    @Path("/storeViews/{id}")
    @Acl(WebsiteService.RESOURCE)
    public StoreViewBody changeStoreView(@PathParam("id") int id, SaveStoreView body) {
        return answer.show(views.change(id, body.store().draft()), StoreViewBody::of);
    }

    @DELETE
    @Path("/storeViews/{id}")
    @Acl(WebsiteService.RESOURCE)
    public boolean deleteStoreView(@PathParam("id") int id) {
        views.delete(id);
        return true;
    }

    /** {@code storeCodes[]=de&storeCodes[]=fr}, with or without numbers between the brackets. */
    @GET
    @Path("/storeConfigs")
    @Acl(WebsiteService.RESOURCE)
    public List<StoreConfig> storeConfigs(@Context UriInfo uri) {
        return configs.list(uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("(storeCodes|store_codes)(\\[\\d*])?"))
                .flatMap(parameter -> parameter.getValue().stream())
                .toList());
    }
}
