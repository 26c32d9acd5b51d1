package io.clientele.segment;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets customers be found by the segments they are in, and names these. */
@ApplicationScoped
public class CustomerSegments implements CustomerExtension {

    private final LiveSegments live;
    private final Settings settings;
    private final CurrentCaller caller;

    @Inject
    CustomerSegments(LiveSegments live, Settings settings, CurrentCaller caller) {
        this.live = live;
        this.settings = settings;
        this.caller = caller;
    }

    /** A segment that customers can be in. */
    public record Named(long id, String name) {}

    /** The active segments of customers on websites that the caller sees, by name; none where segments are off. */
    public List<Named> visible() {
        if (!settings.flag(SegmentSettings.ENABLED)) {
            return List.of();
        }
        return live.all().stream()
                .filter(LiveSegment::hasMembers)
                .filter(segment -> segment.websiteIds().stream().anyMatch(caller.get()::maySee))
                .map(segment -> new Named(segment.id(), segment.name()))
                .sorted(Comparator.comparing(Named::name).thenComparingLong(Named::id))
                .toList();
    }

    /** What a membership tells; empty where segments are off or the segment is not active. */
    public Optional<CustomerContext.Entry> entry(long segmentId, Instant enteredAt) {
        return settings.flag(SegmentSettings.ENABLED)
                ? live.find(segmentId)
                        .map(segment -> new CustomerContext.Entry(segment.id(), segment.name(), enteredAt))
                : Optional.empty();
    }

    /** Membership changes with facts, and is no part of a customer's version. */
    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public List<SearchField> searchFields() {
        return List.of(SearchField.of("segment_id", Type.INTEGER, "m.segment_id")
                .among("segment_member m where m.customer_id = c.id"));
    }

    @Override
    public void write(Customer customer, Map<String, Object> supplied) {
        // Rules and pins decide who is in a segment.
    }
}
