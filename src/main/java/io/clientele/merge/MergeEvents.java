package io.clientele.merge;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells of merges, in their transactions: of the account that goes, which has no event after that but its return. */
@ApplicationScoped
class MergeEvents implements EventTypes {

    static final EventType MERGED = new EventType(
            "customer.merged",
            "An account became part of another: its id stands for that one from then on.",
            shape("The account that stays"));

    static final EventType UNMERGED = new EventType(
            "customer.unmerged", "A merge was undone: the account is there again.", shape("The account that stayed"));

    private final EventLog log;

    @Inject
    MergeEvents(EventLog log) {
        this.log = log;
    }

    private static Map<String, Object> shape(String survivor) {
        return EventShape.data()
                .integer("customer_id", "The account that was merged")
                .integer("survivor_id", survivor)
                .integer("website_id", "The website of the account that stays")
                .integer("merge_id", "The merge's id")
                .schema();
    }

    @Override
    public List<EventType> all() {
        return List.of(MERGED, UNMERGED);
    }

    void tell(EventType type, Merge merge) {
        log.record(new EventDraft(
                type,
                merge.mergedId(),
                Map.of(
                        "customer_id", merge.mergedId(),
                        "survivor_id", merge.survivorId(),
                        "website_id", merge.websiteId(),
                        "merge_id", merge.id())));
    }
}
