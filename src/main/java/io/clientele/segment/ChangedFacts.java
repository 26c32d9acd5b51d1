package io.clientele.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which segments a change of facts concerns. */
final class ChangedFacts {

    private final Map<Long, Integer> byCustomer = new HashMap<>();
    private int ofAll;

    /** Puts the marks of each customer together. */
    ChangedFacts(List<SegmentQueueRepository.Mark> marks) {
        for (SegmentQueueRepository.Mark mark : marks) {
            Long customer = mark.customerId();
            if (customer == null) {
                ofAll |= mark.kinds();
            } else {
                byCustomer.merge(customer, mark.kinds(), (one, other) -> one | other);
            }
        }
    }

    int customers() {
        return byCustomer.size();
    }

    Set<Long> ids() {
        return byCustomer.keySet();
    }

    /** Whether all customers have to be judged in the segment. */
    boolean concernsAll(LiveSegment segment) {
        return (segment.reads() & ofAll) != 0 || ofAll == FactBits.ALL;
    }

    /** Whether settings have changed, which other instances read a little later. */
    boolean isOfSettings() {
        return ofAll == FactBits.ALL;
    }

    /** Whether some customer's facts have changed that the segment reads. */
    boolean concerns(LiveSegment segment) {
        return byCustomer.values().stream().anyMatch(kinds -> isRead(segment, kinds));
    }

    /** Adds the customers whose facts the segment reads. */
    void addTo(JudgedPairs pairs, LiveSegment segment) {
        byCustomer.forEach((customer, kinds) -> {
            if (isRead(segment, kinds)) {
                pairs.add(segment.id(), customer, FactBits.names(kinds == FactBits.ALL ? 1 : kinds & segment.reads()));
            }
        });
    }

    private static boolean isRead(LiveSegment segment, int kinds) {
        return (segment.reads() & kinds) != 0 || kinds == FactBits.ALL;
    }
}
