package io.clientele.presence;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Hands a visitor over to the customer it turned out to be, with all that hangs on it. */
@ApplicationScoped
class VisitorHandover {

    private final VisitorRepository visitors;
    private final List<VisitorParticipant> participants;

    @Inject
    VisitorHandover(VisitorRepository visitors, @All List<VisitorParticipant> participants) {
        this.visitors = visitors;
        this.participants = participants;
    }

    /** Does nothing when the visitor is somebody else's already, or was last seen before the moment. */
    @Transactional
    void handOver(String tokenHash, long customerId, Instant seenSince) {
        visitors.merge(tokenHash, customerId, seenSince)
                .ifPresent(visitor -> participants.forEach(each -> each.becameCustomer(visitor, customerId)));
    }
}
