package io.clientele.customer;

import io.clientele.group.CallerGroup;
import io.clientele.group.GroupParticipant;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Knows which group a customer is in, and moves the members of a deleted group to their store view's default one. */
@ApplicationScoped
class GroupMembers implements GroupParticipant, CallerGroup {

    private final Database database;
    private final CustomerRepository customers;
    private final AccountAudit audit;
    private final Clock clock;

    @Inject
    GroupMembers(Database database, CustomerRepository customers, AccountAudit audit, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void deleting(int groupId, Map<Integer, Integer> defaultGroups) {
        // Two statements over many rows, this one and the switch of sharing, would wait for each other's.
        customers.lockSharing();
        defaultGroups.forEach((store, group) -> {
            audit.groupDeleted(groupId, store, group);
            database.run(SqlFragment.of(
                    "update customer set group_id = ?, updated_at = ? where group_id = ? and store_id = ?",
                    group,
                    clock.instant(),
                    groupId,
                    store));
        });
    }

    @Override
    public int groupOf(long customerId) {
        return database.first(
                        SqlFragment.of("select group_id from customer where id = ?", customerId), row -> row.getInt(1))
                .orElseThrow(() -> CustomerRefusals.missing(customerId));
    }
}
