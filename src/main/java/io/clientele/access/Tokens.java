package io.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.shared.AfterCommit;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Sha256;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens callers carry: made, recognised and revoked. A subject may have several at a time. */
@ApplicationScoped
public class Tokens {

    private static final int REMEMBERED = 100_000;
    private static final long NO_SESSION = 0;

    private final TokenCodec codec;
    private final SigningKeys keys;
    private final TokenRepository repository;
    private final TokenLifetimes lifetimes;
    private final Sessions sessions;
    private final SessionUse use;
    private final CurrentCaller origin;
    private final AccessWatch watch;
    private final AfterCommit afterCommit;
    private final Clock clock;
    // By the token's hash: neither a dump of the memory nor a slip in a log gives away a usable token.
    private final Cache<String, GenuineToken> genuine =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Tokens(
            TokenCodec codec,
            SigningKeys keys,
            TokenRepository repository,
            TokenLifetimes lifetimes,
            Sessions sessions,
            SessionUse use,
            CurrentCaller origin,
            AccessWatch watch,
            AfterCommit afterCommit,
            Clock clock) {
        this.codec = codec;
        this.keys = keys;
        this.repository = repository;
        this.lifetimes = lifetimes;
        this.sessions = sessions;
        this.use = use;
        this.origin = origin;
        this.watch = watch;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Makes a token that is valid from the moment the transaction commits until the subject's lifetime has passed.
     *
     * @param websiteId the website of the customer's account; 0 for an administrator
     */
    @Transactional
    public String issue(Subject subject, int websiteId) {
        return make(subject, websiteId, null);
    }

    /**
     * Makes a customer's token that an administrator carries. It says so in the claim {@code admin_id}, and ends with
     * the administrator too: when that account is deactivated, deleted or loses its sessions.
     *
     * @param websiteId the website of the customer's account
     */
    @Transactional
    public String issueFor(Subject customer, int websiteId, long adminId) {
        return make(customer, websiteId, adminId);
    }

    private String make(Subject subject, int websiteId, @Nullable Long adminId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetimes.of(subject.type()));
        return sign(open(subject, websiteId, adminId, now, expiresAt), subject, adminId, now);
    }

    /** A session that begins where the request in hand came from. */
    long open(Subject subject, int websiteId, @Nullable Long adminId, Instant now, Instant expiresAt) {
        return repository.add(new SessionDraft(
                subject, websiteId, adminId, now, expiresAt, origin.address(), DeviceName.of(origin.userAgent())));
    }

    /** A token of the session. */
    String sign(long sessionId, Subject subject, @Nullable Long adminId, Instant now) {
        Instant expiresAt = now.plus(lifetimes.of(subject.type()));
        return codec.write(
                new TokenClaims(sessionId, subject, adminId, expiresAt),
                now,
                keys.forToken(KeyPurpose.ACCESS, expiresAt));
    }

    /**
     * Who carries the token; empty when it is not one of ours, has ended or was revoked.
     *
     * @throws Refusal of kind UNAVAILABLE when that cannot be found out: nobody is let in on trust
     */
    public Optional<Caller> caller(String token) {
        try {
            return claims(token)
                    .filter(claims -> clock.instant().isBefore(claims.expiresAt()))
                    .flatMap(claims -> sessions.caller(claims.sessionId(), watch.keepsUp()))
                    .map(this::noted);
        } catch (DatabaseFailure e) {
            throw AccessRefusals.unavailable();
        }
    }

    /** Ends one session: at once on this instance, within a second on every other. */
    @Transactional
    public void revoke(long sessionId) {
        forget(repository.revoke(sessionId, clock.instant()));
    }

    /** Ends all of a subject's sessions: at once on this instance, within a second on every other. */
    @Transactional
    public void revokeAll(Subject subject) {
        revokeAllBut(subject, NO_SESSION);
    }

    /** As {@link #revokeAll(Subject)} for many customers: one statement. */
    @Transactional
    public void revokeAllOfCustomers(Collection<Long> customerIds) {
        long[] ids = customerIds.stream().mapToLong(Long::longValue).toArray();
        forget(repository.revokeAll(Caller.Type.CUSTOMER, ids, clock.instant()));
    }

    /**
     * Ends a subject's sessions but one, as when the person in that session changes the password. An administrator's
     * include those in which customers are acted for.
     */
    @Transactional
    public void revokeAllBut(Subject subject, long sessionId) {
        List<Long> ended = new ArrayList<>(repository.revokeAllBut(subject, sessionId, clock.instant()));
        if (subject.type() == Caller.Type.ADMIN) {
            ended.addAll(repository.revokeAssumed(subject.id(), clock.instant()));
        }
        forget(ended);
    }

    private Caller noted(Caller caller) {
        if (caller.sessionId() != null) {
            use.note(caller.sessionId());
        }
        return caller;
    }

    void forget(List<Long> sessionIds) {
        afterCommit.run(() -> sessions.revoked(sessionIds));
    }

    /** Ends the sessions in which administrators act for the customer; the customer's own go on. */
    @Transactional
    public void revokeAssumed(Subject customer) {
        forget(repository.revokeAssumed(customer, clock.instant()));
    }

    private Optional<TokenClaims> claims(String token) {
        String hash = hash(token);
        GenuineToken remembered = genuine.getIfPresent(hash);
        if (remembered != null && keys.knows(remembered.kid())) {
            return Optional.of(remembered.claims());
        }
        Optional<GenuineToken> read = codec.read(token);
        read.ifPresent(found -> genuine.put(hash, found));
        return read.map(GenuineToken::claims);
    }

    private static String hash(String token) {
        return Base64.getEncoder().encodeToString(Sha256.of(token));
    }
}
