package io.clientele.segment;

import java.util.List;

/**
 * What a segment would be, without saving it.
 *
 * @param count how many customers would be in it
 * @param sample some of them, those with the lowest ids
 * @param entering how many of them are not in the segment now
 * @param leaving how many are in the segment now who would not be any more
 */
public record SegmentPreview(long count, List<SampledCustomer> sample, long entering, long leaving) {

    /** A customer of a preview. */
    public record SampledCustomer(long id, String name, String email) {}
}
