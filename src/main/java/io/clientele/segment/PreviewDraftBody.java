package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.pricing.Moments;
import io.clientele.shared.Refusals;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A segment that is to be previewed.
 *
 * @param id the segment that would be changed; none for a new one
 * @param at the moment that periods end at; none for now
 */
@Schema(name = "customer-segment-draft")
public record PreviewDraftBody(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean isActive,
        @Nullable String applyTo,
        @Nullable List<Integer> websiteIds,
        @Nullable String mode,
        @Schema(implementation = Object.class) @Nullable JsonNode conditions,
        @Nullable List<Long> pinnedIn,
        @Nullable List<Long> pinnedOut,
        @Nullable String at) {

    SegmentDraft draft() {
        return new SegmentDraft(
                name, description, isActive, applyTo, websiteIds, mode, conditions, pinnedIn, pinnedOut);
    }

    @Nullable
    Instant moment() {
        return at == null ? null : Moments.read(at).orElseThrow(() -> Refusals.invalidValue("at", at));
    }
}
