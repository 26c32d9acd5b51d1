package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The one signing key of all instances: made by whichever needs it first, kept in the database. */
@ApplicationScoped
class SigningKeys {

    /** Before everything else of this feature. */
    private static final int FIRST = 1_000;

    private static final int SECRET_BYTES = 64;
    private static final String READ = "select kid, secret from signing_key where purpose = 'access'";
    private static final String ADD =
            "insert into signing_key (purpose, kid, secret, created_at) values ('access', ?, ?, ?) on conflict do nothing";

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SigningKey key;

    SigningKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** At start and in no transaction: a key that was handed out must not vanish with a rollback. */
    void load(@Observes @Priority(FIRST) StartupEvent event) {
        key = read().orElseGet(this::create);
    }

    SigningKey current() {
        return Objects.requireNonNull(key, "the signing key is read at start");
    }

    private SigningKey create() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        database.run(SqlFragment.of(ADD, UUID.randomUUID().toString(), secret, clock.instant()));
        // Another instance may have been first: what counts is what the table holds.
        return read().orElseThrow();
    }

    private Optional<SigningKey> read() {
        return database.first(
                SqlFragment.of(READ),
                row -> new SigningKey(row.getString("kid"), new SecretKeySpec(row.getBytes("secret"), "HmacSHA256")));
    }
}
