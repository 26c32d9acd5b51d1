package io.clientele.segment;

import io.clientele.customer.Customer;
import io.clientele.customer.MergedCustomers;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gathers what rule engines have to know of a customer: two statements. */
@ApplicationScoped
public class CustomerContextService {

    private final ShopperSegmentRepository customers;
    private final ShopperSegments segments;
    private final Groups groups;
    private final CurrentCaller caller;
    private final MergedCustomers merged;

    @Inject
    CustomerContextService(
            ShopperSegmentRepository customers,
            ShopperSegments segments,
            Groups groups,
            CurrentCaller caller,
            MergedCustomers merged) {
        this.merged = merged;
        this.customers = customers;
        this.segments = segments;
        this.groups = groups;
        this.caller = caller;
    }

    /**
     * The context of a customer whom the caller may see; of a merged one's id that of the account it has become.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    public CustomerContext of(long id) {
        Optional<ShopperSegmentRepository.Place> found = customers.place(id);
        return found.isPresent() || caller.get().isCustomer()
                ? of(id, found)
                : merged.survivor(id)
                        .map(Customer::id)
                        .map(survivor -> of(survivor, customers.place(survivor)))
                        .orElseThrow(() -> SegmentRefusals.unknownCustomer(id));
    }

    private CustomerContext of(long customerId, Optional<ShopperSegmentRepository.Place> found) {
        ShopperSegmentRepository.Place place = found.filter(
                        known -> caller.get().maySee(known.websiteId()))
                .orElseThrow(() -> SegmentRefusals.unknownCustomer(customerId));
        List<CustomerContext.Entry> entries =
                segments.of(List.of(customerId)).getOrDefault(customerId, List.of()).stream()
                        .map(entry -> new CustomerContext.Entry(
                                entry.segment().id(), entry.segment().name(), entry.enteredAt()))
                        .toList();
        int taxClass = groups.find(place.groupId()).map(Group::taxClassId).orElse(0);
        return new CustomerContext(customerId, place.websiteId(), place.groupId(), taxClass, entries);
    }

    /** The context of the customer who asks. */
    public CustomerContext ofCaller() {
        return of(caller.customerId());
    }
}
