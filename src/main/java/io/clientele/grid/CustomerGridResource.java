package io.clientele.grid;

import io.clientele.customer.CustomerBody;
import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.rest.FileAnswer;
import io.clientele.shared.search.Search;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The grid of customers: its columns, the saved views of the calling administrator, and what it shows as a file. */
@Path("/rest/V1/customerGrid")
public class CustomerGridResource {

    private static final String MANAGE = "Magento_Customer::manage";

    private final GridColumns columns;
    private final GridRowService rows;
    private final GridViewService views;
    private final GridExportService exports;
    private final GridExportPlaces places;
    private final AnswerVersion answer;

    @Inject
    CustomerGridResource(
            GridColumns columns,
            GridRowService rows,
            GridViewService views,
            GridExportService exports,
            GridExportPlaces places,
            AnswerVersion answer) {
        this.columns = columns;
        this.rows = rows;
        this.views = views;
        this.exports = exports;
        this.places = places;
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

    /**
     * The chosen columns of all customers who match, as a file. It is written while it is fetched and holds everybody who
     * matched when it began, once each.
     *
     * @param format {@code csv} (without a word), {@code xlsx} or {@code xml}
     * @param columns codes of columns in their order, separated by commas; without them those of the view, or those that
     *     are shown until somebody chooses
     * @param search words that must occur, as in the list of customers
     * @param view the id of a saved view, whose columns, filters, words and order are those of the file where nothing else is
     *     said
     */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = GridFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = GridFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = GridFormat.XML_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
            })
    @Acl(MANAGE)
    public Response export(
            @Context UriInfo uri,
            @QueryParam("format") @Nullable String format,
            @QueryParam("columns") @Nullable String columns,
            @QueryParam("search") @Nullable String search,
            @QueryParam("view") @Nullable Long view) {
        GridFormat wanted = GridFormat.of(format);
        GridExport export = exports.export(
                new GridExportQuery(view, columns, Search.criteriaOrAll(uri.getQueryParameters()), search, wanted));
        return FileAnswer.of(
                new GridExportOutput(export, wanted, places), wanted.mediaType(), "customers." + wanted.word());
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
