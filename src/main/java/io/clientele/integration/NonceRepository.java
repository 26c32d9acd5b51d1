package io.clientele.integration;

import io.clientele.shared.Sha256;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The rows of {@code oauth_nonce}. */
@ApplicationScoped
class NonceRepository {

    private static final String USE = """
            insert into oauth_nonce (integration_id, nonce_hash, expires_at)
            select id, ?, ? from integration where id = ? on conflict do nothing""";
    private static final String REMOVE_EXPIRED = """
            delete from oauth_nonce where (integration_id, nonce_hash) in
            (select integration_id, nonce_hash from oauth_nonce where expires_at < ? order by expires_at limit ?
            for update skip locked)""";

    private final Database database;

    NonceRepository(Database database) {
        this.database = database;
    }

    /**
     * Uses the nonce up, for all instances; false when it was used before.
     *
     * @param until when its timestamp is too old for another use
     */
    boolean use(long integrationId, String nonce, Instant until) {
        return database.run(SqlFragment.of(USE, Sha256.of(nonce), until, integrationId)) == 1;
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }
}
