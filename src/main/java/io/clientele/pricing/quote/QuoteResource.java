package io.clientele.pricing.quote;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The effective price over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pricing")
public class QuoteResource {

    private final QuoteService quotes;

    @Inject
    QuoteResource(QuoteService quotes) {
        this.quotes = quotes;
    }

    /** What a caller sends to be quoted. */
    public record AskQuote(QuoteBody quote) {}

    /** What the caller, or whom the caller may name, pays for each line. */
    @POST
    @Path("/prices/quote")
    @Acl(Acl.ANONYMOUS)
    public PriceQuote quote(AskQuote body) {
        return quotes.quote(body.quote().draft());
    }
}
