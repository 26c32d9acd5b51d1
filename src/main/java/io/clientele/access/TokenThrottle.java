package io.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.shared.AnswerHeaders;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often a token is used, over all instances. An instance takes its share out of the database in portions of a
 * fiftieth of the limit, so that most requests cost no statement; with two instances up to a twenty-fifth of the limit may
 * be given too late or not at all. Whoever has reached the limit is refused from memory.
 */
@ApplicationScoped
class TokenThrottle {

    private static final String SCOPE = "token";
    private static final int PORTIONS = 50;
    private static final int REMEMBERED = 100_000;

    private final RateWindowRepository windows;
    private final AnswerHeaders headers;
    private final Settings settings;
    private final Clock clock;
    private final Cache<Long, Portion> portions =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    TokenThrottle(RateWindowRepository windows, AnswerHeaders headers, Settings settings, Clock clock) {
        this.windows = windows;
        this.headers = headers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What this instance may still let through without asking.
     *
     * @param left requests; 0 when the limit is reached
     * @param elsewhere requests that the database still has to give
     * @param limit the limit it was taken under
     * @param until when to ask again at the latest
     * @param more when the database has more to give at the earliest
     */
    private record Portion(long left, long elsewhere, RateLimit limit, Instant until, Instant more) {}

    /**
     * Counts a request of the caller.
     *
     * @throws Refusal of kind TOO_MANY when the token has reached its limit
     */
    void admit(Caller caller) {
        int requests = settings.number(ThrottleSettings.TOKEN_REQUESTS);
        Long session = session(caller);
        if (requests <= 0 || session == null) {
            return;
        }
        int weight = Math.max(1, requests / PORTIONS);
        RateLimit limit = new RateLimit(
                SCOPE,
                requests / weight,
                Duration.ofSeconds(Math.max(1, settings.number(ThrottleSettings.TOKEN_SECONDS))),
                weight);
        Instant now = clock.instant();
        Portion portion = portions.asMap().compute(session, (id, held) -> use(id, held, limit, now));
        Duration until = Duration.between(now, portion.more());
        limit.tell(headers, Math.max(0, portion.left() + portion.elsewhere()), until);
        if (portion.left() < 0) {
            headers.put("Retry-After", Long.toString(RateLimit.seconds(until)));
            throw AccessRefusals.tooMany();
        }
    }

    /** What requests are counted by; an integration's tokens count together, under a number that no session has. */
    private static @Nullable Long session(Caller caller) {
        Long session = caller.sessionId();
        return session == null && caller.type() == Caller.Type.INTEGRATION ? (Long) (-caller.id()) : session;
    }

    /** The portion after one request: with less than nothing left, the request was one too many. */
    private Portion use(Long session, Portion held, RateLimit limit, Instant now) {
        boolean usable = held != null
                && held.limit().equals(limit)
                && now.isBefore(held.until())
                && held.until().isBefore(now.plus(limit.window().multipliedBy(2)));
        if (usable && held.left() != 0) {
            return new Portion(Math.max(-1, held.left() - 1), held.elsewhere(), limit, held.until(), held.more());
        }
        String subject = Long.toString(session);
        Optional<RateWindowRepository.Fill> fill = windows.add(limit, subject, now);
        if (fill.isEmpty()) {
            Duration wait = windows.wait(limit, subject, now).orElse(Duration.ofSeconds(1));
            return new Portion(-1, 0, limit, now.plus(wait), now.plus(wait));
        }
        long elsewhere = (long) (limit.most() - fill.get().used()) * limit.weight();
        Instant more = fill.get().oldest().plus(limit.window());
        return new Portion(limit.weight() - 1L, elsewhere, limit, now.plus(limit.window()), more);
    }
}
