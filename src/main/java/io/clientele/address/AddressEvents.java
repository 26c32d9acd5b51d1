package io.clientele.address;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells what becomes of single addresses; a whole book belongs to the change of its customer. */
@ApplicationScoped
class AddressEvents implements EventTypes {

    private static final EventType CHANGED = new EventType(
            "customer.address_changed",
            "An address of a customer was made, changed or deleted.",
            EventShape.data()
                    .integer("customer_id", "The account's id")
                    .integer("website_id", "The website the account belongs to")
                    .integer("address_id", "The address")
                    .text("step", "created, changed or deleted")
                    .schema());

    private final EventLog log;

    @Inject
    AddressEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public List<EventType> all() {
        return List.of(CHANGED);
    }

    void tell(Address address, int websiteId, String step) {
        log.record(new EventDraft(
                CHANGED,
                address.customerId(),
                Map.of(
                        "customer_id",
                        address.customerId(),
                        "website_id",
                        websiteId,
                        "address_id",
                        address.id(),
                        "step",
                        step)));
    }
}
