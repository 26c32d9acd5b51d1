package io.clientele.event;

import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Writes events in the transaction of what they tell of, so that there is never the one without the other. */
@ApplicationScoped
public class EventLog {

    private final EventRepository events;
    private final Clock clock;

    @Inject
    EventLog(EventRepository events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(EventDraft event) {
        events.add(event, clock.instant());
    }

    /**
     * Writes one event for each row.
     *
     * @param rows selects {@code customer_id bigint, data jsonb}
     * @return how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int recordAll(EventType type, SqlFragment rows) {
        return events.addAll(type, rows, clock.instant());
    }
}
