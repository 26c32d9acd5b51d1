package io.clientele.segment;

/** How many customers are in both of two segments; with twice the same one, how many are in it. */
public record SegmentOverlap(long segmentId, long otherId, long customers) {}
