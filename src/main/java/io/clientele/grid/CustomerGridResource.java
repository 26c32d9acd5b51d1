package io.clientele.grid;

import io.clientele.customer.CustomerBody;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The grid of customers: its columns, and the saved views of the calling administrator. */
@Path("/rest/V1/customerGrid")
public class CustomerGridResource {

    private static final String MANAGE = "Magento_Customer::manage";

    private final GridColumns columns;
    private final GridRowService rows;
    private final GridViewService views;

    @Inject
    CustomerGridResource(GridColumns columns, GridRowService rows, GridViewService views) {
        this.columns = columns;
        this.rows = rows;
        this.views = views;
    }

    /** What a caller sends to change a row. */
    public record SaveRow(GridRowBody row) {}

    /** What a caller sends to save a view. */
    public record SaveView(GridViewBody view) {}

    @GET
    @Path("columns")
    @Acl(MANAGE)
    public List<GridColumn> columns() {
        return columns.all();
    }

    /** Changes what a row of the grid supplies. */
    @PUT
    @Path("rows/{customerId}")
    @Acl(MANAGE)
    public CustomerBody edit(@PathParam("customerId") long customerId, SaveRow body) {
        return CustomerBody.of(rows.change(customerId, body.row().draft()));
    }

    @GET
    @Path("views")
    @Acl(MANAGE)
    public List<GridViewBody> views() {
        return views.all().stream().map(GridViewBody::of).toList();
    }

    @POST
    @Path("views")
    @Acl(MANAGE)
    public GridViewBody create(SaveView body) {
        return GridViewBody.of(views.create(body.view().draft()));
    }

    @GET
    @Path("views/{id}")
    @Acl(MANAGE)
    public GridViewBody view(@PathParam("id") long id) {
        return GridViewBody.of(views.view(id));
    }

    @PUT
    @Path("views/{id}")
    @Acl(MANAGE)
    public GridViewBody change(@PathParam("id") long id, SaveView body) {
        return GridViewBody.of(views.change(id, body.view().draft()));
    }

    @DELETE
    @Path("views/{id}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("id") long id) {
        views.delete(id);
        return true;
    }
}
