package io.clientele.shared.idempotency;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** The answers that are kept, by key. */
@ApplicationScoped
class IdempotencyKeyRepository {

    private static final String FIND =
            "select fingerprint, answer from idempotency_key where id = ? and expires_at > ?";
    private static final String KEEP = """
            insert into idempotency_key (id, fingerprint, answer, expires_at) values (?, ?, ?, ?)
            on conflict (id) do update set fingerprint = excluded.fingerprint, answer = excluded.answer,
                expires_at = excluded.expires_at
            where idempotency_key.expires_at <= ?""";
    private static final String REMOVE_EXPIRED = """
            delete from idempotency_key where id in
            (select id from idempotency_key where expires_at <= ? order by expires_at limit ? for update skip locked)""";

    private final Database database;

    IdempotencyKeyRepository(Database database) {
        this.database = database;
    }

    /**
     * The answer kept for the request.
     *
     * @throws io.clientele.shared.Refusal when the key was sent with another request
     */
    Optional<KeptAnswer> find(KeyedRequest request, Instant now) {
        return database.first(SqlFragment.of(FIND, request.id(), now), row -> {
            if (!request.isOf(row.getBytes(1))) {
                throw IdempotencyRefusals.anotherRequest();
            }
            return KeptAnswer.read(request.seal().open(row.getBytes(2)));
        });
    }

    /** Whether the key is this transaction's until it ends, however it ends; on all instances. */
    boolean lock(KeyedRequest request) {
        long number = ByteBuffer.wrap(request.id()).getLong();
        return database.first(SqlFragment.of("select pg_try_advisory_xact_lock(?)", number), row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Keeps the answer. Returns whether nobody else has kept one, which the lock makes sure of. */
    boolean keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        return database.run(SqlFragment.of(
                        KEEP,
                        request.id(),
                        request.fingerprint(),
                        request.seal().close(answer.write()),
                        expiresAt,
                        now))
                == 1;
    }

    int removeExpired(Instant now, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, now, atMost));
    }
}
