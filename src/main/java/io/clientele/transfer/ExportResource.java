package io.clientele.transfer;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports of customers and addresses. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exports")
public class ExportResource {

    private final ExportService exports;

    @Inject
    ExportResource(ExportService exports) {
        this.exports = exports;
    }

    /** What a caller sends to ask for an export. */
    public record CreateExport(ExportBody export) {}

    /** Says what is to be in a file, which is written when it is fetched. */
    @POST
    @Path("/exports")
    @Idempotent
    @Acl(ImportRights.EXPORT)
    public ExportBody create(CreateExport body) {
        ExportBody asked = body.export();
        if (asked.entity() == null) {
            throw TransferRefusals.required("entity");
        }
        return ExportBody.of(exports.create(
                TransferKind.exported(asked.entity()),
                FileFormat.of(asked.format() == null ? FileFormat.CSV.code() : asked.format()),
                asked.filters() == null
                        ? List.of()
                        : asked.filters().stream()
                                .map(ExportBody.FilterBody::filter)
                                .toList(),
                asked.excludedColumns() == null ? List.of() : asked.excludedColumns()));
    }

    @GET
    @Path("/exports")
    @Acl(ImportRights.EXPORT)
    public SearchResults<ExportBody> search(@Context UriInfo uri) {
        return exports.search(Search.criteriaOrAll(uri.getQueryParameters())).map(ExportBody::of);
    }

    @GET
    @Path("/exports/{id}")
    @Acl(ImportRights.EXPORT)
    public ExportBody read(@PathParam("id") long id) {
        return ExportBody.of(exports.get(id));
    }

    /** The customers that match now, one or more rows each. */
    @GET
    @Path("/exports/{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ImportRights.EXPORT)
    public Response file(@PathParam("id") long id) {
        Export export = exports.get(id);
        return FileOutput.of(
                exports.file(export), export.format(), export.kind().code());
    }
}
