package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A rule that a segment has or had. */
public record SegmentVersion(int version, JsonNode conditions, String ruleText, Instant savedAt) {}
