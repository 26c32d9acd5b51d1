package io.clientele.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A segment with what has become of it.
 *
 * @param customers how many are in it now
 * @param recomputedAt when all customers were last judged; null for never
 * @param current whether those who are in it are those of the version that was saved last
 */
public record SegmentView(
        Segment segment, long customers, @Nullable Instant recomputedAt, boolean current) {}
