package io.clientele.segment;

import io.clientele.presence.Visitor;
import io.clientele.presence.VisitorSegments;
import io.clientele.presence.VisitorService;
import io.clientele.pricing.quote.CallerSegments;
import io.clientele.segment.rule.sql.RuleCase;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Says which segments shoppers are in: customers by the membership that is kept, visitors by judging them at that
 * moment. Where segments are switched off, or none is active, nobody is in any and nothing is asked.
 */
@ApplicationScoped
class ShopperSegments implements CallerSegments, VisitorSegments {

    private static final Logger LOG = Logger.getLogger(ShopperSegments.class);

    private final ShopperSegmentRepository shoppers;
    private final LiveSegments live;
    private final RuleCompiler compiler;
    private final VisitorService visitors;
    private final Settings settings;
    private final Clock clock;

    @Inject
    ShopperSegments(
            ShopperSegmentRepository shoppers,
            LiveSegments live,
            RuleCompiler compiler,
            VisitorService visitors,
            Settings settings,
            Clock clock) {
        this.shoppers = shoppers;
        this.live = live;
        this.compiler = compiler;
        this.visitors = visitors;
        this.settings = settings;
        this.clock = clock;
    }

    /** A segment a customer is in. */
    record Entry(LiveSegment segment, Instant enteredAt) {}

    /** The active segments that each of the customers is in, of whatever website: one statement. */
    Map<Long, List<Entry>> of(Collection<Long> customerIds) {
        boolean any = isOn() && live.all().stream().anyMatch(LiveSegment::hasMembers);
        if (!any || customerIds.isEmpty()) {
            return Map.of();
        }
        return shoppers.of(customerIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> entries(each.getValue())));
    }

    private List<Entry> entries(List<ShopperSegmentRepository.Entry> rows) {
        return rows.stream()
                .flatMap(row -> live.find(row.segmentId()).map(found -> new Entry(found, row.enteredAt())).stream())
                .toList();
    }

    @Override
    public Set<Long> ofCustomer(long customerId, int websiteId) {
        return of(List.of(customerId)).getOrDefault(customerId, List.of()).stream()
                .map(Entry::segment)
                .filter(segment -> segment.websiteIds().contains(websiteId))
                .map(LiveSegment::id)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Long> ofVisitor(int websiteId) {
        if (ofVisitors(websiteId).isEmpty()) {
            return Set.of();
        }
        Optional<Visitor> visitor = visitors.find();
        return visitor.isEmpty() ? Set.of() : ofVisitor(visitor.get().id(), websiteId);
    }

    @Override
    public Set<Long> ofVisitor(long visitorId, int websiteId) {
        Map<Long, RuleCase> cases = new LinkedHashMap<>();
        // One moment for all: what is asked of the same facts at the same time is read once.
        Instant now = clock.instant();
        for (LiveSegment segment : ofVisitors(websiteId)) {
            try {
                cases.put(
                        segment.id(),
                        new RuleCase(live.rule(segment), new RuleScope(segment.websiteIds(), now), List.of(visitorId)));
            } catch (Refusal broken) {
                LOG.debugf("the rule of segment %d cannot be judged: %s", segment.id(), broken.getMessage());
            }
        }
        return cases.isEmpty() ? Set.of() : shoppers.fitting(compiler.fitting(cases, visitorId));
    }

    private List<LiveSegment> ofVisitors(int websiteId) {
        return isOn()
                ? live.all().stream()
                        .filter(segment -> segment.applyTo() != ApplyTo.REGISTERED)
                        .filter(segment -> segment.websiteIds().contains(websiteId))
                        .toList()
                : List.of();
    }

    private boolean isOn() {
        return settings.flag(SegmentSettings.ENABLED);
    }
}
