package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that a segment has or had, over REST. */
@Schema(name = "customer-segment-version")
public record SegmentVersionBody(
        int version, @Schema(implementation = Object.class) JsonNode conditions, String ruleText, String savedAt) {

    static SegmentVersionBody of(SegmentVersion version) {
        return new SegmentVersionBody(
                version.version(), version.conditions(), version.ruleText(), ShownTime.of(version.savedAt()));
    }
}
