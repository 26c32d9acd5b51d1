package io.clientele.pricing;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.FileAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Files of tier prices over REST. */
@Path("/rest/V1")
public class TierPriceFileResource {

    private static final String CSV = "text/csv";

    private final TierPriceImport imports;
    private final TierPriceExport exports;

    @Inject
    TierPriceFileResource(TierPriceImport imports, TierPriceExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @POST
    @Path("/tierPrices/import")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl("Magento_ImportExport::import")
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ImportResultBody load(
            InputStream file,
            @QueryParam("behavior") @DefaultValue("add_update") String behavior,
            @QueryParam("allOrNothing") @DefaultValue("false") boolean allOrNothing) {
        return ImportResultBody.of(imports.load(file, TierPriceImport.Behavior.named(behavior), allOrNothing));
    }

    @GET
    @Path("/tierPrices/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl("Magento_ImportExport::export")
    public Response file() {
        TierPriceExport.File file = exports.file();
        return FileAnswer.of(file::write, CSV + "; charset=utf-8", "advanced_pricing.csv");
    }
}
