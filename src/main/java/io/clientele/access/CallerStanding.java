package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.job.JobCallers;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what has become of a caller whose request is carried out later than it came. */
@ApplicationScoped
public class CallerStanding implements JobCallers {

    private final Sessions sessions;
    private final AccessWatch watch;
    private final Authentication authentication;
    private final List<CallerSource> sources;

    @Inject
    CallerStanding(
            Sessions sessions, AccessWatch watch, Authentication authentication, @All List<CallerSource> sources) {
        this.sessions = sessions;
        this.watch = watch;
        this.authentication = authentication;
        this.sources = sources;
    }

    /**
     * The caller as it is now, on the website of the store view in hand, with nothing that it did not have before; empty
     * when it was revoked, its session is gone, or it may not be here any more. That a token's time is over does not
     * matter until its session is removed, an hour later.
     */
    @Override
    public Optional<Caller> now(Caller accepted) {
        if (accepted.isGuest()) {
            return Optional.of(accepted);
        }
        return current(accepted)
                .filter(now -> now.type() == accepted.type() && now.id() == accepted.id())
                .map(authentication::here)
                .filter(now -> !now.isGuest())
                .flatMap(now -> common(accepted, now));
    }

    private Optional<Caller> current(Caller accepted) {
        Long session = accepted.sessionId();
        return session != null && accepted.type() != Caller.Type.INTEGRATION
                ? sessions.caller(session, watch.keepsUp())
                : sources.stream()
                        .flatMap(source -> source.now(accepted).stream())
                        .findFirst();
    }

    /** What it could do then and can do now; empty when that is nothing. */
    static Optional<Caller> common(Caller before, Caller now) {
        Set<Integer> websites = new HashSet<>(now.websiteIds().isEmpty() ? before.websiteIds() : now.websiteIds());
        if (!now.websiteIds().isEmpty() && !before.websiteIds().isEmpty()) {
            websites.retainAll(before.websiteIds());
            if (websites.isEmpty()) {
                // No website is left, which an empty set would not say.
                return Optional.empty();
            }
        }
        Set<String> resources = resources(before.resources(), now.resources());
        if (now.isCustomer()
                && resources.isEmpty()
                && !(before.resources().isEmpty() && now.resources().isEmpty())) {
            // Nothing is left of what the customer let an application do, which an empty set would not say.
            return Optional.empty();
        }
        return Optional.of(new Caller(
                now.type(),
                now.id(),
                resources,
                Set.copyOf(websites),
                now.onBehalfOf(),
                now.sessionId(),
                now.websiteId()));
    }

    private static Set<String> resources(Set<String> before, Set<String> now) {
        if (before.contains(Caller.EVERYTHING)) {
            return now;
        }
        if (now.contains(Caller.EVERYTHING)) {
            return before;
        }
        Set<String> both = new HashSet<>(now);
        both.retainAll(before);
        return Set.copyOf(both);
    }
}
