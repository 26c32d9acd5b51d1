package io.clientele.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Moves customers between groups, each time with its reason in the audit log. */
@ApplicationScoped
class GroupChanges {

    /** The reason of a move that somebody asked for. */
    static final String MANUAL = "manual";

    private final CustomerRepository customers;
    private final AccountAudit audit;
    private final Clock clock;

    @Inject
    GroupChanges(CustomerRepository customers, AccountAudit audit, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves the customer of a row that is stored and locked; nothing happens when it is in the group already. */
    void move(CustomerEntity row, int groupId, String reason) {
        if (row.groupId != groupId) {
            note(row, groupId, reason);
            row.groupId = groupId;
            row.updatedAt = clock.instant();
        }
        customers.flush();
    }

    /** Notes a move that the transaction in hand makes. */
    void note(CustomerEntity row, int groupId, String reason) {
        audit.groupChanged(row, groupId, reason);
    }
}
