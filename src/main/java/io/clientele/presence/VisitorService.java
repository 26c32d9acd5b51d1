package io.clientele.presence;

import io.clientele.access.SharedLimit;
import io.clientele.customer.AccountParticipant;
import io.clientele.customer.SignInParticipant;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Secret;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes visitors known and hands them over to the customers they turn out to be. A visitor is taken over once: whoever
 * signs in later with the same token on the same machine is somebody else.
 */
@ApplicationScoped
public class VisitorService implements SignInParticipant, AccountParticipant {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VisitorRepository visitors;
    private final VisitorHandover handover;
    private final PresenceService presence;
    private final CurrentVisit visit;
    private final CurrentCaller caller;
    private final StoreScope scope;
    private final Groups groups;
    private final PresenceConfig config;
    private final SharedLimit limit;
    private final VisitorSegments segments;
    private final Clock clock;

    @Inject
    VisitorService(
            VisitorRepository visitors,
            VisitorHandover handover,
            PresenceService presence,
            CurrentVisit visit,
            CurrentCaller caller,
            StoreScope scope,
            Groups groups,
            PresenceConfig config,
            SharedLimit limit,
            VisitorSegments segments,
            Clock clock) {
        this.visitors = visitors;
        this.handover = handover;
        this.presence = presence;
        this.visit = visit;
        this.caller = caller;
        this.scope = scope;
        this.groups = groups;
        this.config = config;
        this.limit = limit;
        this.segments = segments;
        this.clock = clock;
    }

    /** A visitor that was made, and the token it is known by, which is told this once. */
    public record NewVisitor(long visitorId, String token) {}

    /**
     * Makes a visitor of the request's website.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when enough of them were made within a second, on all instances
     *     together
     */
    public NewVisitor create() {
        Instant now = clock.instant();
        // Anybody may ask for a visitor, and each is a row.
        if (!limit.admits("visitors", Math.max(1, config.newVisitorsPerSecond()), SECOND)) {
            throw PresenceRefusals.tooManyVisitors();
        }
        String token = Secret.url();
        return new NewVisitor(visitors.add(Secret.hash(token), scope.view().websiteId(), now, visit.url()), token);
    }

    /**
     * The visitor that the request names.
     *
     * @throws io.clientele.shared.Refusal when it names none, or one that is forgotten or a customer by now
     */
    public Visitor current() {
        return find().orElseThrow(PresenceRefusals::unknownVisitor);
    }

    /** The visitor that the request names, if it names one who is known: one statement, and none where it names nobody. */
    public Optional<Visitor> find() {
        Group group = groups.group(Group.NOT_LOGGED_IN);
        return visit.tokenHash()
                .flatMap(hash -> visitors.find(hash, forgottenBefore()))
                .map(row -> new Visitor(row.id(), row.websiteId(), group.id(), group.taxClassId()));
    }

    /** The ids of the segments of the visitor's website that the visitor is in. */
    Set<Long> segmentsOf(Visitor visitor) {
        return segments.ofVisitor(visitor.id(), visitor.websiteId());
    }

    @Override
    public void signedIn(long customerId) {
        arrived(customerId);
    }

    /** Only who registers is there; who is entered by an administrator, or registered by another customer, is not. */
    @Override
    public void registered(Registration registration) {
        if (caller.get().isGuest()) {
            arrived(registration.customer().id());
        }
    }

    private void arrived(long customerId) {
        presence.active(customerId);
        visit.tokenHash().ifPresent(hash -> handover.handOver(hash, customerId, forgottenBefore()));
    }

    /** Visitors last seen before that are as good as removed. */
    private Instant forgottenBefore() {
        return clock.instant().minus(config.visitorLifetime());
    }
}
