package io.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this instance remembers of the sessions' callers, so that a request costs no statement for its token. It may
 * be trusted only while {@link AccessWatch} keeps up with the database.
 */
@ApplicationScoped
class Sessions {

    private static final int REMEMBERED = 100_000;

    private final TokenRepository repository;
    private final AtomicLong rolesVersion = new AtomicLong();
    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    // Answers the race of a row that was read before its revocation and is stored after it was noticed.
    private final Cache<Long, Boolean> justRevoked =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    Sessions(TokenRepository repository) {
        this.repository = repository;
    }

    private record Known(Optional<Caller> caller, long rolesVersion) {}

    /**
     * @param trustMemory whether what is remembered may be used without asking the database
     */
    Optional<Caller> caller(long sessionId, boolean trustMemory) {
        if (trustMemory) {
            Known remembered = known.getIfPresent(sessionId);
            if (remembered != null && remembered.rolesVersion() == rolesVersion.get()) {
                return remembered.caller();
            }
        }
        long version = rolesVersion.get();
        Optional<Caller> caller = repository.caller(sessionId);
        known.put(sessionId, new Known(caller, version));
        if (justRevoked.getIfPresent(sessionId) != null) {
            known.invalidate(sessionId);
        }
        return caller;
    }

    void revoked(Collection<Long> sessionIds) {
        for (Long id : sessionIds) {
            justRevoked.put(id, Boolean.TRUE);
            known.invalidate(id);
        }
    }

    /** An administrator or a role changed: what is remembered of callers is out of date. */
    void rolesChanged() {
        rolesVersion.incrementAndGet();
    }
}
