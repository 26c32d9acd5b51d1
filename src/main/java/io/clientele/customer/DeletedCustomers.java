package io.clientele.customer;

import io.clientele.shared.Fold;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Accounts that were deleted: what was done with them stays on record under their numbers, and their owners may ask for that to be
 * forgotten, too.
 */
@ApplicationScoped
public class DeletedCustomers implements CustomerParticipant {

    private final DeletedCustomerRepository rows;
    private final MergedCustomerRepository merged;
    private final Clock clock;

    @Inject
    DeletedCustomers(DeletedCustomerRepository rows, MergedCustomerRepository merged, Clock clock) {
        this.rows = rows;
        this.merged = merged;
        this.clock = clock;
    }

    /** Notes them, and with each what was merged into it. */
    @Override
    public void deleting(List<Customer> customers) {
        Map<Long, Customer> byId = new HashMap<>();
        List<DeletedCustomer> deleted = new ArrayList<>();
        for (Customer customer : customers) {
            byId.put(customer.id(), customer);
            deleted.add(
                    new DeletedCustomer(customer.id(), address(customer), customer.websiteId(), customer.createdAt()));
        }
        merged.into(byId.keySet()).forEach(each -> {
            Customer survivor = Objects.requireNonNull(byId.get(each.survivor()));
            Set<Person> addresses = new HashSet<>(Set.of(address(survivor)));
            each.emailKey().map(Person::email).ifPresent(addresses::add);
            addresses.forEach(
                    address -> deleted.add(new DeletedCustomer(each.id(), address, survivor.websiteId(), null)));
        });
        rows.add(deleted, clock.instant());
    }

    private static Person address(Customer customer) {
        return Person.email(Fold.key(customer.email()));
    }

    /** Those that the person had. */
    public List<DeletedCustomer> of(DataSubject subject) {
        return rows.of(subject);
    }

    /** Forgets whose they were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<Long> ids) {
        rows.remove(ids);
    }

    /** Those that were deleted before, up to so many. */
    public List<Long> before(Instant moment, int most) {
        return rows.before(moment, most);
    }
}
