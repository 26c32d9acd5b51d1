package io.clientele.segment;

import java.util.List;

/**
 * Some segments with their numbers.
 *
 * @param customers how many are in at least one of them
 */
public record SegmentReport(List<SegmentView> segments, long customers) {}
