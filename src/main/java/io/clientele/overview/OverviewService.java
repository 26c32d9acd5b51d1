package io.clientele.overview;

import io.clientele.activity.history.CustomerActivityService;
import io.clientele.audit.AuditEntry;
import io.clientele.audit.AuditService;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.segment.CustomerSegments;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.shared.person.Person;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is known of customers: five statements, however long the history. Who is limited to websites sees of their
 * customers what belongs to these; who may not read the audit log sees why a customer is in its group, and no entries.
 */
@ApplicationScoped
public class OverviewService {

    static final String RESOURCE = "Magento_Customer::manage";

    private static final int RECENT = 20;

    private final OverviewRepository parts;
    private final CustomerService customers;
    private final CustomerActivityService activity;
    private final CustomerSegments segments;
    private final AuditService audit;
    private final Groups groups;
    private final Stores stores;
    private final CurrentCaller caller;

    @Inject
    OverviewService(
            OverviewRepository parts,
            CustomerService customers,
            CustomerActivityService activity,
            CustomerSegments segments,
            AuditService audit,
            Groups groups,
            Stores stores,
            CurrentCaller caller) {
        this.parts = parts;
        this.customers = customers;
        this.activity = activity;
        this.segments = segments;
        this.audit = audit;
        this.groups = groups;
        this.stores = stores;
        this.caller = caller;
    }

    /** @throws io.clientele.shared.Refusal when there is no such customer, or it is not the caller's to see */
    public Overview of(long id) {
        Customer customer = customers.read(id);
        long customerId = customer.id();
        List<Long> one = List.of(customerId);
        // Somebody may delete it between two statements.
        CustomerParts known = Optional.ofNullable(parts(one).get(customerId))
                .orElseThrow(() -> Refusals.noSuchEntity("customerId", customerId));
        return new Overview(
                customer,
                known,
                Objects.requireNonNull(activity.of(one).get(customerId)),
                Objects.requireNonNull(history(List.of(customer)).get(customerId)));
    }

    /** The parts of customers whom the caller sees already: one statement. */
    public Map<Long, CustomerParts> parts(Collection<Long> customerIds) {
        long[] ids = customerIds.stream().mapToLong(Long::longValue).distinct().toArray();
        return parts.of(ids, caller.get().websiteIds()).stream()
                .map(this::shown)
                .collect(Collectors.toMap(CustomerParts::customerId, Function.identity()));
    }

    /** What the audit log tells of customers whom the caller sees already: two statements. */
    public Map<Long, CustomerHistory> history(Collection<Customer> seen) {
        boolean reads = caller.get().may(AuditService.VIEW);
        List<Person> persons = seen.stream()
                .map(customer -> Person.customer(customer.id()))
                .distinct()
                .toList();
        Map<Person, List<AuditEntry>> entries = audit.latest(persons, reads ? RECENT : 0);
        return seen.stream()
                .collect(Collectors.toMap(
                        Customer::id,
                        customer -> history(
                                customer, entries.getOrDefault(Person.customer(customer.id()), List.of()), reads),
                        (one, same) -> one));
    }

    private CustomerHistory history(Customer customer, List<AuditEntry> entries, boolean reads) {
        int usual = groups.defaultGroupId(stores.viewOf(customer.storeId(), customer.websiteId()));
        @Nullable
        List<AuditEntry> recent = reads ? entries.stream().limit(RECENT).toList() : null;
        return new CustomerHistory(
                customer.groupId(),
                groups.find(customer.groupId()).map(Group::code).orElse(""),
                GroupReason.of(entries, customer.groupId(), usual),
                recent);
    }

    private CustomerParts shown(OverviewRepository.Stored stored) {
        return new CustomerParts(
                stored.customerId(),
                stored.lastSignInAt(),
                stored.ordersCount(),
                stored.lifetimeValue(),
                stored.newsletter(),
                stored.consents(),
                stored.memberships().stream()
                        .flatMap(each -> segments.entry(each.segmentId(), each.enteredAt()).stream())
                        .toList());
    }

    /** The currency the website's sums are kept in. */
    String baseCurrency(int websiteId) {
        return activity.baseCurrency(websiteId);
    }
}
