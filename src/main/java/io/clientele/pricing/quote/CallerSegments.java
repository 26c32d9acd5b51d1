package io.clientele.pricing.quote;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Knows which segments customers are in; implemented where segments are. Until then nobody is in any. */
public interface CallerSegments {

    /** The ids of the segments of each of the customers, in one call; a customer who is in none may be missing. */
    Map<Long, Set<Long>> segmentsOf(Collection<Long> customerIds);
}
