package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signing keys of all instances. */
@ApplicationScoped
class SigningKeyRepository {

    /** How far ahead the end of the last token is noted, so that it is not written for each token. */
    private static final Duration STEP = Duration.ofHours(1);

    private static final String COLUMNS =
            "select kid, purpose, algorithm, secret, public_key, created_at, activates_at, last_token_ends_at from signing_key";
    private static final String ALL = COLUMNS + " order by activates_at desc, created_at desc, kid";
    private static final String ONE = COLUMNS + " where kid = ?";
    private static final String ADD = """
            insert into signing_key
            (kid, purpose, algorithm, secret, public_key, created_at, activates_at, last_token_ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String NOTE =
            "update signing_key set last_token_ends_at = ? where kid = ? and last_token_ends_at < ?";
    private static final String REMOVE = "delete from signing_key where kid = ?";
    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtext('signing_key'))) as locked";

    private final Database database;

    SigningKeyRepository(Database database) {
        this.database = database;
    }

    KeyRing ring() {
        return new KeyRing(database.list(SqlFragment.of(ALL), SigningKeyRepository::key));
    }

    KeyRing ring(Connection connection) throws SQLException {
        List<SigningKey> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(key(rows));
            }
        }
        return new KeyRing(keys);
    }

    Optional<SigningKey> find(String kid) {
        return database.first(SqlFragment.of(ONE, kid), SigningKeyRepository::key);
    }

    void add(
            String kid,
            KeyPurpose purpose,
            SigningAlgorithm algorithm,
            SigningAlgorithm.Material material,
            Instant at,
            Instant from) {
        database.run(SqlFragment.of(
                ADD, kid, purpose.word(), algorithm.name(), material.secret(), material.publicKey(), at, from, from));
    }

    /** Says that the key signs a token of that life, so that it is kept for as long. */
    void noteToken(String kid, Instant endsAt) {
        database.run(SqlFragment.of(NOTE, endsAt.plus(STEP), kid, endsAt));
    }

    boolean remove(String kid) {
        return database.run(SqlFragment.of(REMOVE, kid)) > 0;
    }

    /** Makes others that make or remove keys wait until this transaction ends. */
    void lock() {
        var _ = database.first(SqlFragment.of(LOCK), row -> true);
    }

    private static SigningKey key(ResultSet row) throws SQLException {
        SigningAlgorithm algorithm = SigningAlgorithm.valueOf(row.getString("algorithm"));
        var material = new SigningAlgorithm.Material(row.getBytes("secret"), row.getBytes("public_key"));
        return new SigningKey(
                row.getString("kid"),
                KeyPurpose.of(row.getString("purpose")),
                algorithm,
                algorithm.signing(material),
                algorithm.verification(material),
                instant(row, "created_at"),
                instant(row, "activates_at"),
                instant(row, "last_token_ends_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
