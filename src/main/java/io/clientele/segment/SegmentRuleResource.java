package io.clientele.segment;

import io.clientele.segment.rule.ConditionType;
import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rules of segments over REST: what they may say, whom they would find, and why somebody fits. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer segments")
public class SegmentRuleResource {

    private final Rules rules;
    private final SegmentPreviewService previews;
    private final ExplanationService explanations;

    @Inject
    SegmentRuleResource(Rules rules, SegmentPreviewService previews, ExplanationService explanations) {
        this.rules = rules;
        this.previews = previews;
        this.explanations = explanations;
    }

    /** What is sent for a preview. */
    public record PreviewSegment(PreviewDraftBody segment) {}

    /** What a segment would be. */
    @Schema(name = "customer-segment-preview")
    public record PreviewBody(long count, List<SampledBody> sample, long entering, long leaving) {

        static PreviewBody of(SegmentPreview preview) {
            return new PreviewBody(
                    preview.count(),
                    preview.sample().stream()
                            .map(each -> new SampledBody(each.id(), each.name(), each.email()))
                            .toList(),
                    preview.entering(),
                    preview.leaving());
        }
    }

    /** A customer who would be in the segment. */
    @Schema(name = "customer-segment-preview-customer")
    public record SampledBody(long id, String name, String email) {}

    /** Every condition that a rule may have, with its operators, the type of its values, and what it means. */
    @GET
    @Path("customerSegments/conditionTypes")
    @Acl(SegmentService.RESOURCE)
    public List<ConditionType> conditionTypes(@QueryParam("applyTo") @Nullable String applyTo) {
        return rules.conditionTypes(
                applyTo == null
                        ? ApplyTo.REGISTERED
                        : ApplyTo.named(applyTo).orElseThrow(() -> SegmentRefusals.applyTo(applyTo)));
    }

    /** The JSON Schema of a rule. */
    @GET
    @Path("customerSegments/ruleSchema")
    @Acl(SegmentService.RESOURCE)
    public Object ruleSchema() {
        return rules.schema();
    }

    /** Counts who would be in a segment, and saves nothing. */
    @POST
    @Path("customerSegments/preview")
    @Acl(SegmentService.RESOURCE)
    public PreviewBody preview(PreviewSegment body) {
        PreviewDraftBody segment = body.segment();
        return PreviewBody.of(previews.preview(segment.id(), segment.draft(), segment.moment()));
    }

    /** Why the customer is in the segment, or is not. */
    @GET
    @Path("customerSegments/{id}/explain/{customerId}")
    @Acl(SegmentService.RESOURCE)
    public ExplanationBody explain(@PathParam("id") long id, @PathParam("customerId") long customerId) {
        return ExplanationBody.of(explanations.explain(id, customerId), rules);
    }
}
