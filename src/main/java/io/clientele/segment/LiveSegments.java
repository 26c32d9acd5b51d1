package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The active segments, read from memory: at most a second old where another instance changed them. */
@ApplicationScoped
class LiveSegments {

    private final Snapshot<Map<Long, LiveSegment>> snapshot;
    private final Rules rules;
    private final Map<Long, ReadRule> readRules = new ConcurrentHashMap<>();

    private volatile boolean known;

    private record ReadRule(JsonNode json, Rule rule) {}

    @Inject
    LiveSegments(Snapshots snapshots, Rules rules) {
        this.snapshot = snapshots.of("segment", LiveSegmentRows::all);
        this.rules = rules;
    }

    Collection<LiveSegment> all() {
        Collection<LiveSegment> all = snapshot.get().values();
        known = true;
        return all;
    }

    Optional<LiveSegment> find(long id) {
        return Optional.ofNullable(snapshot.get().get(id));
    }

    /** The segments whose rules name the segment. */
    List<LiveSegment> naming(long id) {
        return all().stream().filter(each -> each.names().contains(id)).toList();
    }

    /** The versions of all of them, by id. */
    Map<Long, Integer> versions() {
        return all().stream().collect(Collectors.toMap(LiveSegment::id, LiveSegment::version));
    }

    /** Whether some segment is to be right before a transaction ends; never waits for the segments to be read. */
    boolean anyInTransaction() {
        return known && all().stream().anyMatch(each -> each.mode() == SegmentMode.TRANSACTION);
    }

    /**
     * The segment's rule. It is read when it is needed, and not with the snapshot, because reading it asks other
     * snapshots.
     *
     * @throws io.clientele.shared.Refusal when it cannot be read any more
     */
    Rule rule(LiveSegment segment) {
        ReadRule known = readRules.get(segment.id());
        if (known != null && known.json().equals(segment.rule())) {
            return known.rule();
        }
        Rule rule = rules.stored(segment.rule());
        readRules.put(segment.id(), new ReadRule(segment.rule(), rule));
        return rule;
    }

    /** To be called in every transaction that changes what an active segment is. */
    void changed() {
        snapshot.changed();
    }
}
