package io.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Sha256;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The tokens that third parties carry: limited to scopes, signed with a key that others can check, and each of a session
 * that ends as people's sessions do. Whether the third party itself is still welcome is for the feature that knows it.
 */
@ApplicationScoped
public class ScopedTokens {

    /** What such a token begins with: its header is ours, and says first what it is. */
    private static final String BEGINNING = "eyJ0eXAiOiJhdCtqd3Qi";

    private static final int REMEMBERED = 100_000;

    private final ScopedTokenCodec codec;
    private final ScopedSessionRepository repository;
    private final SigningKeys keys;
    private final Tokens tokens;
    private final Sessions sessions;
    private final SessionUse use;
    private final AccessWatch watch;
    private final Clock clock;
    // By the token's hash, as people's tokens are.
    private final Cache<String, ScopedTokenCodec.Read> genuine =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ScopedTokens(
            ScopedTokenCodec codec,
            ScopedSessionRepository repository,
            SigningKeys keys,
            Tokens tokens,
            Sessions sessions,
            SessionUse use,
            AccessWatch watch,
            Clock clock) {
        this.codec = codec;
        this.repository = repository;
        this.keys = keys;
        this.tokens = tokens;
        this.sessions = sessions;
        this.use = use;
        this.watch = watch;
        this.clock = clock;
    }

    /** Begins a session; its tokens count from the moment the transaction commits. Answers its id. */
    @Transactional
    public long open(ScopedSession session) {
        return repository.add(session);
    }

    /** A token of the session, in the transaction that begins or renews it. */
    @Transactional
    public String write(ScopedClaims claims) {
        return codec.write(claims, keys.forToken(KeyPurpose.OAUTH2, claims.expiresAt()));
    }

    /** Lets the session live until then at least; false when it has been ended. */
    @Transactional
    public boolean renew(long sessionId, Instant expiresAt) {
        return repository.renew(sessionId, expiresAt);
    }

    /** Whether it looks like such a token; what does not is none. */
    public static boolean looksLikeOne(String token) {
        return token.startsWith(BEGINNING);
    }

    /** What the token says; empty unless we signed it and it has not ended. Its session may have been ended. */
    public Optional<ScopedClaims> read(String token) {
        String hash = Base64.getEncoder().encodeToString(Sha256.of(token));
        ScopedTokenCodec.Read found = genuine.getIfPresent(hash);
        if (found == null || !keys.knows(found.kid())) {
            found = codec.read(token).orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            genuine.put(hash, found);
        }
        return Optional.of(found.claims()).filter(claims -> clock.instant().isBefore(claims.expiresAt()));
    }

    /**
     * Whose session it is, with all its scopes; empty when it was ended.
     *
     * @throws Refusal of kind UNAVAILABLE when that cannot be found out: nobody is let in on trust
     */
    public Optional<Caller> session(long sessionId) {
        try {
            return sessions.caller(sessionId, watch.keepsUp());
        } catch (DatabaseFailure e) {
            throw AccessRefusals.unavailable();
        }
    }

    /** Notes that the session has been used. */
    public void used(long sessionId) {
        use.note(sessionId);
    }

    /** Ends all sessions of the integration, as itself and for customers: here at once, within a second everywhere. */
    @Transactional
    public void revokeOf(long integrationId) {
        tokens.forget(repository.revokeOf(integrationId, clock.instant()));
    }

    /** Ends the sessions in which the integration acts for the subject. Answers how many there were. */
    @Transactional
    public int revokeOf(long integrationId, Subject subject) {
        var ended = repository.revokeOf(integrationId, subject, clock.instant());
        tokens.forget(ended);
        return ended.size();
    }
}
