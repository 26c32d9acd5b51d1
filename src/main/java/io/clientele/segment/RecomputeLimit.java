package io.clientele.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * How long one statement of a recomputation may take: it grows with the customers, since a new segment may have to write most of
 * them as its members.
 */
@ApplicationScoped
class RecomputeLimit {

    /** For how many customers, begun, the deployment's limit holds. */
    static final long CUSTOMERS = 250_000;

    private final MembershipRepository members;
    private final SegmentConfig config;

    @Inject
    RecomputeLimit(MembershipRepository members, SegmentConfig config) {
        this.members = members;
        this.config = config;
    }

    Duration now() {
        return of(config.recomputeLimit(), members.customers());
    }

    static Duration of(Duration limit, long customers) {
        return limit.multipliedBy(Math.max(1, Math.ceilDiv(customers, CUSTOMERS)));
    }
}
