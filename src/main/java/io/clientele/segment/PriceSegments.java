package io.clientele.segment;

import io.clientele.pricing.KnownSegments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Tells prices which segments there are. */
@ApplicationScoped
class PriceSegments implements KnownSegments {

    private final SegmentUseRepository segments;

    @Inject
    PriceSegments(SegmentUseRepository segments) {
        this.segments = segments;
    }

    @Override
    public Set<Long> existing(Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : segments.existing(ids);
    }
}
