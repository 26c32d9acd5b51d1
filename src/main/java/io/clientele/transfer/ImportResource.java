package io.clientele.transfer;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of customers and addresses. */
@Path("/rest/V1")
@Tag(name = "Imports")
public class ImportResource {

    private static final String CSV = "text/csv";

    private final ImportService imports;
    private final ImportErrorService errors;

    @Inject
    ImportResource(ImportService imports, ImportErrorService errors) {
        this.imports = imports;
        this.errors = errors;
    }

    /** Accepts a file of the contract's columns; its rows are checked and taken over by a job. */
    @POST
    @Path("/imports")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ImportRights.IMPORT)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ImportBody begin(
            InputStream file,
            @QueryParam("entity") @DefaultValue("customer") String entity,
            @QueryParam("behavior") @DefaultValue("add_update") String behavior,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("validationStrategy") @DefaultValue(ImportDraft.STOP) String strategy,
            @QueryParam("allowedErrorCount") @DefaultValue("10") int allowedErrors,
            @QueryParam("checkOnly") @DefaultValue("false") boolean checkOnly,
            @QueryParam("fieldSeparator") @DefaultValue(ImportDraft.SEPARATOR) String fieldSeparator,
            @QueryParam("multipleValueSeparator") @DefaultValue(ImportDraft.SEPARATOR) String valueSeparator,
            @QueryParam("emptyValueConstant") @DefaultValue(ImportDraft.EMPTY_VALUE) String emptyValue,
            @QueryParam("fileName") @Nullable String fileName) {
        TransferKind kind = TransferKind.of(entity);
        ImportDraft how = new ImportDraft(
                kind,
                ImportBehavior.of(behavior, kind),
                FileFormat.of(format),
                ImportDraft.stops(strategy),
                allowedErrors,
                checkOnly,
                fieldSeparator,
                valueSeparator,
                emptyValue,
                fileName,
                Translation.NONE,
                false);
        return ImportBody.of(imports.begin(file, how));
    }

    /** The history of imports. */
    @GET
    @Path("/imports")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(ImportRights.IMPORT)
    public SearchResults<ImportBody> search(@Context UriInfo uri) {
        return imports.search(Search.criteriaOrAll(uri.getQueryParameters())).map(ImportBody::of);
    }

    /** A file of the kind to begin with: its columns and a few rows. */
    @GET
    @Path("/imports/sample")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ImportRights.IMPORT)
    public Response sample(@QueryParam("entity") @DefaultValue("customer") String entity) {
        TransferKind kind = TransferKind.of(entity);
        return FileOutput.of(SampleFiles.of(kind), FileFormat.CSV, kind.code());
    }

    @GET
    @Path("/imports/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(ImportRights.IMPORT)
    public ImportBody read(@PathParam("id") long id) {
        return ImportBody.of(imports.get(id));
    }

    /** Why rows were refused. */
    @GET
    @Path("/imports/{id}/errors")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(ImportRights.IMPORT)
    public SearchResults<ImportErrorBody> errors(@PathParam("id") long id, @Context UriInfo uri) {
        return errors.search(imports.get(id), Search.criteriaOrAll(uri.getQueryParameters()))
                .map(ImportErrorBody::of);
    }

    /** The same as a CSV file with the columns {@code line}, {@code column} and {@code message}. */
    @GET
    @Path("/imports/{id}/errors/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ImportRights.IMPORT)
    public Response errorFile(@PathParam("id") long id) {
        return FileOutput.of(errors.file(imports.get(id)), FileFormat.CSV, "errors");
    }

    /** The file as it was sent, for some days after its end. */
    @GET
    @Path("/imports/{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ImportRights.IMPORT)
    public Response file(@PathParam("id") long id) {
        Import run = imports.get(id);
        return FileOutput.of(
                imports.file(run), run.how().format(), run.how().kind().code());
    }
}
