package io.clientele.pricing.quote;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom, where and when a price is asked.
 *
 * @param websites the websites whose rows count, 0 for the rows of all websites among them
 * @param groupId the group whose rows count beside those of all groups; null where only the latter do
 * @param segments the segments the shopper is in
 */
record Shopper(Set<Integer> websites, @Nullable Integer groupId, Set<Long> segments, Instant at) {

    /** Whether the row is meant for the shopper, at whatever time. */
    boolean isMeant(TierRow row) {
        return websites.contains(row.websiteId())
                && (row.groupId() == null || row.groupId().equals(groupId))
                && (row.segmentId() == null || segments.contains(row.segmentId()));
    }
}
