package io.clientele.grid;

import io.clientele.customer.CustomerBody;
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
import java.util.List;

/** The grid of customers: its columns, and the saved views of the calling administrator. */
@Path("/rest/V1/customerGrid")
public class CustomerGridResource {

    private static final String MANAGE = "Magento_Customer::manage";

    private final GridColumns columns;
    private final GridRowService rows;
    private final GridViewService views;
    private final AnswerVersion answer;

    @Inject
    CustomerGridResource(GridColumns columns, GridRowService rows, GridViewService views, AnswerVersion answer) {
        this.columns = columns;
        this.rows = rows;
        this.views = views;
        this.answer = answer;
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
        return answer.show(rows.change(customerId, body.row().draft()), CustomerBody::of);
    }

    @GET
    @Path("views")
    @Acl(MANAGE)
    public List<GridViewBody> views() {
        return views.all().stream().map(GridViewBody::of).toList();
    }

    @POST
    @Idempotent
    @Path("views")
    @Acl(MANAGE)
    public GridViewBody create(SaveView body) {
        return answer.show(views.create(body.view().draft()), GridViewBody::of);
    }

    @GET
    @Path("views/{id}")
    @Acl(MANAGE)
    public GridViewBody view(@PathParam("id") long id) {
        return answer.show(views.view(id), GridViewBody::of);
    }

    @PUT
    @Path("views/{id}")
    @Acl(MANAGE)
    public GridViewBody change(@PathParam("id") long id, SaveView body) {
        return answer.show(views.change(id, body.view().draft()), GridViewBody::of);
    }

    @DELETE
    @Path("views/{id}")
    @Acl(MANAGE)
    public boolean delete(@PathParam("id") long id) {
        views.delete(id);
        return true;
    }
}
