package io.clientele.presence;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries over {@code visitor}. Tokens come as the Base64 of their hashes. */
@ApplicationScoped
class VisitorRepository {

    private static final String ADD = """
            insert into visitor (token_hash, website_id, created_at, seen_at, last_url)
            values (?, ?, ?, ?, ?) returning id""";
    private static final String FIND = """
            select id, website_id from visitor
            where token_hash = decode(?, 'base64') and customer_id is null and seen_at >= ?""";
    // The customer is locked: one who goes meanwhile takes nobody over.
    private static final String MERGE = """
            with owner as (select c.id from customer c where c.id = ? for key share)
            update visitor set customer_id = owner.id from owner
            where token_hash = decode(?, 'base64') and customer_id is null and seen_at >= ? returning visitor.id""";
    private static final String REMOVE = """
            delete from visitor where id in
            (select id from visitor where seen_at < ? order by seen_at limit ? for update skip locked)""";

    private final Database database;

    @Inject
    VisitorRepository(Database database) {
        this.database = database;
    }

    record Row(long id, int websiteId) {}

    long add(byte[] tokenHash, int websiteId, Instant now, @Nullable String url) {
        return database.first(SqlFragment.of(ADD, tokenHash, websiteId, now, now, url), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The visitor, unless it belongs to a customer by now or was last seen before the moment. */
    Optional<Row> find(String tokenHash, Instant seenSince) {
        return database.first(
                SqlFragment.of(FIND, tokenHash, seenSince), row -> new Row(row.getLong(1), row.getInt(2)));
    }

    /** Makes the visitor the customer's, if it is nobody's yet. Returns its id if so. */
    Optional<Long> merge(String tokenHash, long customerId, Instant seenSince) {
        return database.first(SqlFragment.of(MERGE, customerId, tokenHash, seenSince), row -> row.getLong(1));
    }

    int removeOld(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE, before, atMost));
    }
}
