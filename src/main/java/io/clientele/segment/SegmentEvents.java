package io.clientele.segment;

import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells who came into a segment and who left it, in the transaction in which that happens. */
@ApplicationScoped
class SegmentEvents implements EventTypes {

    private static final String ROWS = """
            select c.customer_id, jsonb_build_object('segment_id', c.segment_id, 'name', s.name, 'customer_id',
                c.customer_id, 'reason', c.reason, 'at', to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'))
                as data
            from segment_change c join segment s on s.id = c.segment_id
            where c.batch = ? and c.has_entered = ? order by c.id""";

    private static final Map<String, Object> SCHEMA = EventShape.data()
            .integer("segment_id", "The segment")
            .text("name", "What it is called")
            .integer("customer_id", "The customer")
            .text(
                    "reason",
                    "rule, websites, pinned, status, refresh, time, segment, product, others, or the kinds of the"
                            + " customer's facts that changed, separated by commas")
            .text("at", "When, in UTC")
            .schema();
    private static final EventType ENTERED =
            new EventType("segment.entered", "A customer came into a segment.", SCHEMA);
    private static final EventType LEFT =
            new EventType("segment.left", "A customer left a segment and has not been deleted.", SCHEMA);

    private final EventLog log;

    @Inject
    SegmentEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public List<EventType> all() {
        return List.of(ENTERED, LEFT);
    }

    /**
     * @param batch which changes are meant
     * @param moves how many of them there are
     */
    void record(long batch, MembershipRepository.Moves moves) {
        if (moves.left() > 0) {
            log.recordAll(LEFT, SqlFragment.of(ROWS, batch, false));
        }
        if (moves.entered() > 0) {
            log.recordAll(ENTERED, SqlFragment.of(ROWS, batch, true));
        }
    }
}
