package io.clientele.privacy;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.rest.FileAnswer;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people ask about their own data; which requests a caller knows of is decided behind this edge. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class PrivacyResource {

    private final RequestIntake intake;
    private final PrivacyRequestService requests;
    private final RequestVerification verification;
    private final PersonFileService files;
    private final AnswerVersion answer;

    @Inject
    PrivacyResource(
            RequestIntake intake,
            PrivacyRequestService requests,
            RequestVerification verification,
            PersonFileService files,
            AnswerVersion answer) {
        this.intake = intake;
        this.requests = requests;
        this.verification = verification;
        this.files = files;
        this.answer = answer;
    }

    /** What a caller sends to ask something. */
    public record AskPrivacyRequest(PrivacyRequestDraft request) {}

    /**
     * What shows that it is the person who asks.
     *
     * @param token what the mail's link carries
     * @param evidence in place of it, how an administrator knows
     */
    public record VerifyPrivacyRequest(
            @Nullable String token, @Nullable String evidence) {}

    /** What an administrator sends to change a request. */
    public record ChangePrivacyRequest(PrivacyRequestChange request) {}

    /**
     * Asks something about a person's data: a customer about the own, a guest about an address, an administrator or integration with
     * {@code Clientele_Privacy::manage} about anybody.
     */
    @POST
    @Path("/privacy/requests")
    @Idempotent
    @Acl(Acl.ANONYMOUS)
    public PrivacyRequestBody create(AskPrivacyRequest body) {
        return answer.show(intake.create(body.request()), PrivacyRequestBody::of);
    }

    /** A customer's own requests, or all that an administrator may manage. */
    @GET
    @Path("/privacy/requests")
    @Acl(Acl.ANONYMOUS)
    public SearchResults<PrivacyRequestBody> search(@Context UriInfo uri) {
        return requests.search(Search.criteriaOrAll(uri.getQueryParameters())).map(PrivacyRequestBody::of);
    }

    @GET
    @Path("/privacy/requests/{id}")
    @Acl(Acl.ANONYMOUS)
    public PrivacyRequestBody read(@PathParam("id") long id) {
        return answer.show(requests.get(id), PrivacyRequestBody::of);
    }

    /** Rejects a request, puts it off or takes it up again, or extends the time for it. */
    @PUT
    @Path("/privacy/requests/{id}")
    @Acl(RequestAccess.MANAGE)
    public PrivacyRequestBody change(@PathParam("id") long id, ChangePrivacyRequest body) {
        return answer.show(requests.change(id, body.request()), PrivacyRequestBody::of);
    }

    /** Takes a request back, or lifts a restriction or an objection. The record of it stays. */
    @DELETE
    @Path("/privacy/requests/{id}")
    @Acl(Acl.ANONYMOUS)
    public boolean withdraw(@PathParam("id") long id) {
        requests.withdraw(id);
        return true;
    }

    /** Shows that it is the person who asks: by the token of the mailed link, or because an administrator knows. */
    @POST
    @Path("/privacy/requests/{id}/verify")
    @Deferral(value = Deferral.Way.NEVER, why = "checks a secret")
    @Acl(Acl.ANONYMOUS)
    public PrivacyRequestBody verify(@PathParam("id") long id, VerifyPrivacyRequest body) {
        return PrivacyRequestBody.of(
                body.token() == null
                        ? verification.byEvidence(id, body.evidence())
                        : verification.byToken(id, body.token()));
    }

    /** All that is kept of the person, as a ZIP of JSON and CSV files. */
    @GET
    @Path("/privacy/requests/{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Acl(Acl.ANONYMOUS)
    public Response file(@PathParam("id") long id, @QueryParam("token") @Nullable String token) {
        StreamingOutput output = files.file(id, token)::writeOut;
        return FileAnswer.of(output, "application/zip", "personal-data.zip");
    }
}
