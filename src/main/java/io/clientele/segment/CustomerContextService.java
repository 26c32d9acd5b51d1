package io.clientele.segment;

import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gathers what rule engines have to know of a customer: two statements. */
@ApplicationScoped
public class CustomerContextService {

    private final ShopperSegmentRepository customers;
    private final ShopperSegments segments;
    private final Groups groups;
    private final CurrentCaller caller;

    @Inject
    CustomerContextService(
            ShopperSegmentRepository customers, ShopperSegments segments, Groups groups, CurrentCaller caller) {
        this.customers = customers;
        this.segments = segments;
        this.groups = groups;
        this.caller = caller;
    }

    /**
     * The context of a customer whom the caller may see.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    public CustomerContext of(long customerId) {
        ShopperSegmentRepository.Place place = customers
                .place(customerId)
                .filter(found -> caller.get().maySee(found.websiteId()))
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
