package io.clientele.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which customers are to be judged in which segments, and why. */
final class JudgedPairs {

    private final Map<Long, Map<Long, String>> reasons = new TreeMap<>();

    /** Adds a pair; the reason that is there already stays. */
    void add(long segmentId, long customerId, String reason) {
        reasons.computeIfAbsent(segmentId, id -> new TreeMap<>()).putIfAbsent(customerId, reason);
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** The segments, by id. */
    List<Long> segments() {
        return new ArrayList<>(reasons.keySet());
    }

    /** The customers of a segment with the reasons. */
    Map<Long, String> of(long segmentId) {
        return reasons.getOrDefault(segmentId, Map.of());
    }

    /** Takes the pairs of some segments out. */
    JudgedPairs take(List<Long> segmentIds) {
        JudgedPairs taken = new JudgedPairs();
        segmentIds.forEach(id -> {
            Map<Long, String> customers = reasons.remove(id);
            if (customers != null) {
                taken.reasons.put(id, customers);
            }
        });
        return taken;
    }

    /** All customers of all pairs. */
    Set<Long> customers() {
        Set<Long> all = new TreeSet<>();
        reasons.values().forEach(each -> all.addAll(each.keySet()));
        return all;
    }

    /** Takes the pairs of all customers but some out. */
    JudgedPairs takeAllBut(Set<Long> customerIds) {
        JudgedPairs taken = new JudgedPairs();
        reasons.forEach((segment, customers) -> customers.forEach((customer, reason) -> {
            if (!customerIds.contains(customer)) {
                taken.add(segment, customer, reason);
            }
        }));
        reasons.values().forEach(customers -> customers.keySet().retainAll(customerIds));
        reasons.values().removeIf(Map::isEmpty);
        return taken;
    }

    /**
     * The same pairs in parts, in each of which all customers have the same segments, but for the last one when there would
     * be more parts than that. Which segments stand together then does not depend on who else is judged.
     */
    List<JudgedPairs> parts(int most) {
        Map<Long, Map<Long, String>> byCustomer = new TreeMap<>();
        reasons.forEach((segment, customers) -> customers.forEach((customer, reason) ->
                byCustomer.computeIfAbsent(customer, id -> new TreeMap<>()).put(segment, reason)));
        Map<Set<Long>, JudgedPairs> bySegments = new LinkedHashMap<>();
        JudgedPairs last = new JudgedPairs();
        byCustomer.forEach((customer, segments) -> {
            JudgedPairs part = bySegments.size() < most || bySegments.containsKey(segments.keySet())
                    ? bySegments.computeIfAbsent(segments.keySet(), key -> new JudgedPairs())
                    : last;
            segments.forEach((segment, reason) -> part.add(segment, customer, reason));
        });
        List<JudgedPairs> parts = new ArrayList<>(bySegments.values());
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    long[] segmentIds() {
        return reasons.entrySet().stream()
                .flatMapToLong(entry -> entry.getValue().keySet().stream().mapToLong(customer -> entry.getKey()))
                .toArray();
    }

    long[] customerIds() {
        return reasons.values().stream()
                .flatMapToLong(customers -> customers.keySet().stream().mapToLong(Long::longValue))
                .toArray();
    }

    String[] reasons() {
        return reasons.values().stream()
                .flatMap(customers -> customers.values().stream())
                .toArray(String[]::new);
    }
}
