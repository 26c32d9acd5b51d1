package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Sha256;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sessions that can be renewed. A refresh token is 256 random bits, kept as a hash, and good for one renewal, which gives
 * the next one. One that comes a second time was stolen, or its answer was lost: the whole session ends.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final RefreshTokenRepository repository;
    private final Tokens tokens;
    private final AccessAudit audit;
    private final TokenLifetimes lifetimes;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(
            RefreshTokenRepository repository,
            Tokens tokens,
            AccessAudit audit,
            TokenLifetimes lifetimes,
            Settings settings,
            Clock clock) {
        this.repository = repository;
        this.tokens = tokens;
        this.audit = audit;
        this.lifetimes = lifetimes;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new session of the customer. */
    @Transactional
    public TokenPair begin(Subject customer, int websiteId) {
        Instant now = now();
        Instant refreshable = refreshableUntil(now, now);
        Instant tokenEnds = now.plus(lifetimes.of(customer.type()));
        long session = tokens.open(customer, websiteId, null, now, latest(tokenEnds, refreshable));
        return pair(session, customer, now, refreshable);
    }

    /**
     * The next pair of the session; empty when the token is none of ours, has ended, was used before, or its session
     * was ended. The one that was used before ends its session when this transaction commits.
     *
     * @param stillWelcome asked before anything is locked, so that it may lock the account
     */
    @Transactional
    public Optional<TokenPair> refresh(Caller.Type type, String token, Predicate<Subject> stillWelcome) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<RefreshTokenRepository.Found> known = repository
                .find(hash(token))
                .filter(found -> found.subject().type() == type)
                .filter(found -> clock.instant().isBefore(found.expiresAt()) && stillWelcome.test(found.subject()));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        RefreshTokenRepository.Found found = known.get();
        if (!repository.use(found.id(), now)) {
            tokens.revoke(found.sessionId());
            audit.refreshTokenReused(found.subject(), found.sessionId());
            return Optional.empty();
        }
        Instant refreshable = refreshableUntil(now, found.begunAt());
        Instant tokenEnds = now.plus(lifetimes.of(type));
        if (!repository.renew(found.sessionId(), latest(tokenEnds, refreshable))) {
            return Optional.empty();
        }
        audit.sessionRenewed(found.subject(), found.sessionId());
        return Optional.of(pair(found.sessionId(), found.subject(), now, refreshable));
    }

    /** Says that a token renews nothing, whatever is wrong with it. */
    public static Refusal refusal() {
        return AccessRefusals.sessionNotRenewable();
    }

    private TokenPair pair(long session, Subject subject, Instant now, Instant refreshable) {
        String next = null;
        if (refreshable.isAfter(now)) {
            next = random();
            repository.add(session, hash(next), now, refreshable);
        }
        Duration life = lifetimes.of(subject.type());
        return new TokenPair(tokens.sign(session, subject, null, now), next, life.toSeconds());
    }

    /** Not after {@code now} where the shop gives no refresh tokens, or the session is as old as one may become. */
    private Instant refreshableUntil(Instant now, Instant begunAt) {
        int idle = settings.number(AccessSettings.REFRESH_MINUTES);
        int whole = settings.number(AccessSettings.SESSION_MINUTES);
        Instant byUse = now.plus(Duration.ofMinutes(Math.max(0, idle)));
        Instant byAge = begunAt.plus(Duration.ofMinutes(Math.max(0, whole)));
        return byUse.isBefore(byAge) ? byUse : byAge;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }
}
