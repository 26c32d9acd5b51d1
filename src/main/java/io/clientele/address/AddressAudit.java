package io.clientele.address;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Words for the audit log what becomes of single addresses, and has it told; a whole book belongs to the change of its customer. */
@ApplicationScoped
class AddressAudit {

    private final AuditLog log;
    private final AddressEvents events;

    @Inject
    AddressAudit(AuditLog log, AddressEvents events) {
        this.log = log;
        this.events = events;
    }

    /** The address as it is now, which is returned; {@code before} is null for a new one. */
    Address stored(int websiteId, @Nullable Address before, Address after) {
        note(websiteId, after, before, after);
        return after;
    }

    void deleted(int websiteId, Address before) {
        note(websiteId, before, before, null);
    }

    private void note(int websiteId, Address address, @Nullable Address before, @Nullable Address after) {
        log.record(AuditDraft.ofChange("customer_address", address.id(), before, after)
                .website(websiteId)
                .person(Person.customer(address.customerId())));
        events.tell(address, websiteId, before == null ? "created" : after == null ? "deleted" : "changed");
    }
}
