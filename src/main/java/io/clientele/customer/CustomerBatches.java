package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.Tokens;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that many accounts take together, in the transaction in hand: with the entries, events and consequences that each
 * of them would have, in a number of statements that does not grow with them.
 */
@ApplicationScoped
public class CustomerBatches {

    private final CustomerBatchRepository rows;
    private final CustomerRepository customers;
    private final Groups groups;
    private final Tokens tokens;
    private final Credentials credentials;
    private final AccountAudit audit;
    private final PersonKeys persons;
    private final CurrentCaller caller;
    private final Clock clock;
    private final List<CustomerParticipant> participants;

    @Inject
    CustomerBatches(
            CustomerBatchRepository rows,
            CustomerRepository customers,
            Groups groups,
            Tokens tokens,
            Credentials credentials,
            AccountAudit audit,
            PersonKeys persons,
            CurrentCaller caller,
            Clock clock,
            @All List<CustomerParticipant> participants) {
        this.rows = rows;
        this.customers = customers;
        this.groups = groups;
        this.tokens = tokens;
        this.credentials = credentials;
        this.audit = audit;
        this.persons = persons;
        this.caller = caller;
        this.clock = clock;
        this.participants = participants;
    }

    /** Those of the customers that there are and the caller sees, by id; nobody else changes them until the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<HeldCustomer> hold(Collection<Long> ids) {
        // Before the rows: whoever switches the sharing of accounts holds this lock and waits for rows.
        customers.lockSharing();
        List<HeldCustomer> held = rows.hold(array(ids)).stream()
                .filter(each -> caller.get().maySee(each.websiteId()))
                .toList();
        persons.prepare(held.stream().map(each -> Person.customer(each.id())).toList());
        return held;
    }

    /** @throws io.clientele.shared.Refusal when there is no such group */
    public void checkGroup(int groupId) {
        if (groups.find(groupId).isEmpty()) {
            throw CustomerRefusals.noSuchGroup();
        }
    }

    /** Moves them to the groups named; who is there already is passed over. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(List<HeldCustomer> held, Map<Long, Integer> groupsById) {
        Map<Long, Integer> moved = new HashMap<>();
        for (HeldCustomer each : held) {
            Integer group = groupsById.get(each.id());
            if (group != null && group != each.groupId()) {
                checkGroup(group);
                audit.groupChanged(each, group);
                moved.put(each.id(), group);
            }
        }
        if (!moved.isEmpty()) {
            rows.setGroups(moved, clock.instant());
        }
    }

    /** Makes them sign in again everywhere. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeTokens(List<HeldCustomer> held) {
        tokens.revokeAllOfCustomers(ids(held));
        held.forEach(each -> audit.note("tokens.revoked", each));
    }

    /** Shuts those accounts that are open, and ends their sessions. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deactivate(List<HeldCustomer> held) {
        List<HeldCustomer> open = held.stream().filter(HeldCustomer::active).toList();
        if (!open.isEmpty()) {
            rows.setActive(array(ids(open)), false, clock.instant());
            tokens.revokeAllOfCustomers(ids(open));
            open.forEach(each -> audit.note("deactivated", each));
        }
    }

    /** Opens those accounts that are shut. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reactivate(List<HeldCustomer> held) {
        List<HeldCustomer> shut = held.stream().filter(each -> !each.active()).toList();
        if (!shut.isEmpty()) {
            rows.setActive(array(ids(shut)), true, clock.instant());
            shut.forEach(each -> audit.note("reactivated", each));
        }
    }

    /** Lifts the locks that wrong passwords have brought about. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unlock(List<HeldCustomer> held) {
        credentials.unlockCustomers(
                ids(held), held.stream().map(HeldCustomer::email).toList());
        held.forEach(each -> audit.note("unlocked", each));
    }

    /** Deletes them with all that belongs to them and ends their sessions. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(List<HeldCustomer> held) {
        caller.demandNobodyActsFor();
        List<Long> ids = ids(held);
        List<Customer> customers = rows.customers(array(ids));
        participants.forEach(participant -> participant.deleting(customers));
        customers.forEach(audit::deleted);
        tokens.revokeAllOfCustomers(ids);
        credentials.removeCustomers(ids);
        rows.delete(array(ids));
    }

    private static List<Long> ids(List<HeldCustomer> held) {
        return held.stream().map(HeldCustomer::id).toList();
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
