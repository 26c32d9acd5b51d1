package io.clientele.customer;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** Moves customers between groups, each time with its reason in the audit log. */
@ApplicationScoped
class GroupChanges {

    /** The reason of a move that somebody asked for. */
    static final String MANUAL = "manual";

    private final CustomerRepository customers;
    private final AuditLog log;
    private final Clock clock;

    @Inject
    GroupChanges(CustomerRepository customers, AuditLog log, Clock clock) {
        this.customers = customers;
        this.log = log;
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
        long id = Objects.requireNonNull(row.id);
        log.record(AuditDraft.of("customer.group.changed")
                .about("customer", id)
                .website(row.websiteId)
                .person(Person.customer(id))
                .named(row.email)
                .change(Map.of("group_id", row.groupId), Map.of("group_id", groupId))
                .detail("reason", reason));
    }
}
