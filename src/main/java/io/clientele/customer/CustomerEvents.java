package io.clientele.customer;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
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

    static final EventType CREATED = of("customer.created", "An account was made.");
    static final EventType CHANGED =
            of("customer.changed", "An account, its address book or what other features keep of it was changed.");
    static final EventType DELETED = of("customer.deleted", "An account was deleted.");
    static final EventType SIGNED_IN = of("customer.signed_in", "A customer signed in with a password.");

    private static final EventType GROUP_CHANGED = new EventType(
            "customer.group_changed",
            "A customer is in another group.",
            account()
                    .integer("from_group_id", "The group before")
                    .integer("to_group_id", "The group now")
                    .text("reason", "manual, group_deleted, merge, or the outcome of the check of a VAT number")
                    .schema());

    private final EventLog log;

    @Inject
    CustomerEvents(EventLog log) {
        this.log = log;
    }

    private static EventType of(String type, String description) {
        return new EventType(type, description, account().schema());
    }

    private static EventShape account() {
        return EventShape.data()
                .integer("customer_id", "The account's id")
                .integer("website_id", "The website it belongs to");
    }

    @Override
    public List<EventType> all() {
        return List.of(CREATED, CHANGED, DELETED, SIGNED_IN, GROUP_CHANGED);
    }

    void tell(EventType type, long id, int websiteId) {
        log.record(new EventDraft(type, id, Map.of("customer_id", id, "website_id", websiteId)));
    }

    /** Tells that accounts were made, all of which are there. */
    void made(long[] ids) {
        log.recordAll(CREATED, SqlFragment.of("""
                select c.id as customer_id, jsonb_build_object('customer_id', c.id, 'website_id', c.website_id) as data
                from customer c where c.id = any (?) order by c.id""", (Object) ids));
    }

    void groupChanged(long id, int websiteId, int from, int to, String reason) {
        log.record(new EventDraft(
                GROUP_CHANGED,
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
        return log.recordAll(GROUP_CHANGED, SqlFragment.of("""
                select c.id as customer_id,
                    jsonb_build_object('customer_id', c.id, 'website_id', c.website_id, 'from_group_id', c.group_id,
                        'to_group_id', ?::integer, 'reason', 'group_deleted') as data
                from customer c where c.group_id = ? and c.store_id = ?""", to, from, storeId));
    }
}
