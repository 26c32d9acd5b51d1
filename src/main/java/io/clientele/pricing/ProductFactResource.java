package io.clientele.pricing;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Facts of products over REST. */
@Path("/rest/V1")
public class ProductFactResource {

    private final ProductFactService facts;
    private final ProductFactImport imports;
    private final AnswerVersion answer;

    @Inject
    ProductFactResource(ProductFactService facts, ProductFactImport imports, AnswerVersion answer) {
        this.facts = facts;
        this.imports = imports;
        this.answer = answer;
    }

    /** What a caller sends to write the facts of a product. */
    public record SaveProduct(ProductFactDraft product) {}

    @GET
    @Path("/productFacts/{sku}")
    @Acl(ProductFactService.RESOURCE)
    public ProductFactBody read(@PathParam("sku") String sku) {
        return answer.show(facts.fact(sku), ProductFactBody::of);
    }

    @PUT
    @Path("/productFacts/{sku}")
    @Acl(ProductFactService.RESOURCE)
    public ProductFactBody save(@PathParam("sku") String sku, SaveProduct body) {
        return answer.show(facts.save(body.product().withSku(sku)), ProductFactBody::of);
    }

    @DELETE
    @Path("/productFacts/{sku}")
    @Acl(ProductFactService.RESOURCE)
    public boolean delete(@PathParam("sku") String sku) {
        facts.delete(sku);
        return true;
    }

    /** Whatever the type says, so that who may not do this learns nothing else; lines that are no JSON are refused. */
    @POST
    @Path("/productFacts/import")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(ProductFactService.RESOURCE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ImportResultBody load(InputStream lines) {
        return ImportResultBody.of(imports.load(lines));
    }
}
