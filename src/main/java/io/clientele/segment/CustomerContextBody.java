package io.clientele.segment;

import io.clientele.shared.ShownTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What rule engines have to know of a customer, over REST.
 *
 * @param segments the ids of the segments the customer is in
 */
@Schema(name = "customer-context")
public record CustomerContextBody(long customerId, int websiteId, int groupId, int taxClassId, List<Long> segments) {

    /** A segment the customer is in. */
    @Schema(name = "segment-of-customer")
    public record EntryBody(long id, String uid, String name, String enteredAt) {

        public static EntryBody of(CustomerContext.Entry entry) {
            return new EntryBody(entry.id(), SegmentUid.of(entry.id()), entry.name(), ShownTime.of(entry.enteredAt()));
        }
    }

    static CustomerContextBody of(CustomerContext context) {
        return new CustomerContextBody(
                context.customerId(),
                context.websiteId(),
                context.groupId(),
                context.taxClassId(),
                context.segments().stream().map(CustomerContext.Entry::id).toList());
    }

    static List<EntryBody> entries(CustomerContext context) {
        return context.segments().stream().map(EntryBody::of).toList();
    }
}
