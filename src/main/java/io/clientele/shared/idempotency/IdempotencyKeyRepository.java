package io.clientele.shared.idempotency;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers that are kept, by key. */
@ApplicationScoped
class IdempotencyKeyRepository {

    private static final String FIND =
            "select fingerprint, answer, is_personal from idempotency_key where id = ? and expires_at > ?";
    private static final String KEEP = """
            insert into idempotency_key (id, fingerprint, answer, is_personal, expires_at) values (?, ?, ?, ?, ?)
            on conflict (id) do update set fingerprint = excluded.fingerprint, answer = excluded.answer,
                is_personal = excluded.is_personal, expires_at = excluded.expires_at
            where idempotency_key.expires_at <= ?""";
    private static final String REMOVE_EXPIRED = """
            delete from idempotency_key where id in
            (select id from idempotency_key where expires_at <= ? order by expires_at limit ? for update skip locked)""";

    private final Database database;
    private final PersonKeys persons;

    IdempotencyKeyRepository(Database database, PersonKeys persons) {
        this.database = database;
        this.persons = persons;
    }

    /**
     * The answer kept for the request.
     *
     * @throws io.clientele.shared.Refusal when the key was sent with another request, or the answer can be read no more
     */
    Optional<KeptAnswer> find(KeyedRequest request, Instant now) {
        return database.first(SqlFragment.of(FIND, request.id(), now), row -> {
                    if (!request.isOf(row.getBytes(1))) {
                        throw IdempotencyRefusals.anotherRequest();
                    }
                    return opener(request, row.getBytes(2), row.getBoolean(3));
                })
                .map(opener -> opener.get()
                        .map(answer -> KeptAnswer.read(new String(answer, StandardCharsets.UTF_8)))
                        .orElseThrow(IdempotencyRefusals::erased));
    }

    /** Opens an answer once its row has been read: that may take another statement. */
    private Supplier<Optional<byte[]>> opener(KeyedRequest request, byte[] kept, boolean personal) {
        return () -> (personal
                        ? request.person().flatMap(person -> persons.openBytes(person, kept))
                        : Optional.of(kept))
                .flatMap(answer -> request.seal().open(answer));
    }

    /** Whether the key is this transaction's until it ends, however it ends; on all instances. */
    boolean lock(KeyedRequest request) {
        long number = ByteBuffer.wrap(request.id()).getLong();
        return database.first(SqlFragment.of("select pg_try_advisory_xact_lock(?)", number), row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Keeps the answer. Returns whether nobody else has kept one, which the lock makes sure of. */
    boolean keep(KeyedRequest request, KeptAnswer answer, Instant now, Instant expiresAt) {
        byte[] sealed = request.seal().close(answer.write().getBytes(StandardCharsets.UTF_8));
        Optional<Person> person = request.person();
        byte[] kept = person.map(whose -> persons.seal(whose, sealed)).orElse(sealed);
        return database.run(SqlFragment.of(
                        KEEP, request.id(), request.fingerprint(), kept, person.isPresent(), expiresAt, now))
                == 1;
    }

    int removeExpired(Instant now, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, now, atMost));
    }
}
