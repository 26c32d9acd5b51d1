package io.clientele.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Knows what would stop to work without a segment. */
@ApplicationScoped
class SegmentUses {

    private final SegmentUseRepository uses;

    @Inject
    SegmentUses(SegmentUseRepository uses) {
        this.uses = uses;
    }

    /** The active segments whose rules name the segment. Without members of it they would mean something else. */
    List<SegmentUseRepository.Dependent> dependents(long id) {
        return uses.naming(id).stream()
                .filter(SegmentUseRepository.Dependent::active)
                .toList();
    }

    /**
     * Refuses while something uses the segment.
     *
     * @param deleted whether the segment goes for good, so that prices for it are of no more use
     */
    void refuse(long id, boolean deleted) {
        List<String> named = new ArrayList<>();
        dependents(id).forEach(dependent -> named.add("the segment \"" + dependent.name() + "\""));
        long prices = deleted ? uses.tierPrices(id) : 0;
        if (prices > 0) {
            named.add(prices + " tier prices");
        }
        if (!named.isEmpty()) {
            throw SegmentRefusals.inUse(named);
        }
    }
}
