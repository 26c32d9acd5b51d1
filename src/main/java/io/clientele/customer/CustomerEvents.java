package io.clientele.customer;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells what becomes of accounts, in the transaction of each step. */
@ApplicationScoped
class CustomerEvents implements EventTypes {

    private final EventLog log;

    @Inject
    CustomerEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public List<EventType> all() {
        return List.of(CustomerEventType.values());
    }

    void tell(CustomerEventType type, long id, int websiteId) {
        log.record(new EventDraft(type, id, Map.of("customer_id", id, "website_id", websiteId)));
    }

    void groupChanged(long id, int websiteId, int from, int to, String reason) {
        log.record(new EventDraft(
                CustomerEventType.GROUP_CHANGED,
                id,
                Map.of(
                        "customer_id", id,
                        "website_id", websiteId,
                        "from_group_id", from,
                        "to_group_id", to,
                        "reason", reason)));
    }

    /**
     * Tells that all of a group, in one store, are about to be in another.
     *
     * @return how many they are
     */
    int groupDeleted(int from, int storeId, int to) {
        return log.recordAll(CustomerEventType.GROUP_CHANGED, SqlFragment.of("""
                select c.id as customer_id,
                    jsonb_build_object('customer_id', c.id, 'website_id', c.website_id, 'from_group_id', c.group_id,
                        'to_group_id', ?::integer, 'reason', 'group_deleted') as data
                from customer c where c.group_id = ? and c.store_id = ?""", to, from, storeId));
    }
}
