package io.clientele.segment;

import io.clientele.segment.rule.sql.Explained;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is in a segment or is not.
 *
 * @param member whether the customer is in it now
 * @param enteredAt since when; null for who is not in it
 * @param pinned true for pinned in, false for pinned out, null for neither
 * @param explained what the rule says; null for a customer of another website
 */
public record SegmentExplanation(
        long segmentId,
        long customerId,
        boolean member,
        @Nullable Instant enteredAt,
        @Nullable Boolean pinned,
        @Nullable Explained explained) {}
