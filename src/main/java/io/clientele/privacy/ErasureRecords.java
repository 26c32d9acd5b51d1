package io.clientele.privacy;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements about {@code erasure}: which erasures of the ledger this database has seen. */
@ApplicationScoped
class ErasureRecords {

    private final Database database;

    @Inject
    ErasureRecords(Database database) {
        this.database = database;
    }

    /** The id of the erasure that was asked for with the request. */
    UUID idOf(long request) {
        return database.first(
                        SqlFragment.of("select erasure_id from privacy_request where id = ?", request),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    /** It is carried out, at the commit of the transaction in hand. Returns whether it was not before. */
    boolean add(UUID id, Instant now) {
        return database.run(SqlFragment.of(
                        "insert into erasure (id, erased_at) values (?, ?) on conflict (id) do nothing", id, now))
                > 0;
    }

    /** It is not carried out to its end. */
    void remove(UUID id) {
        database.run(SqlFragment.of("delete from erasure where id = ?", id));
    }

    /** Those of the erasures that this database has not seen; those of requests that were not carried out after all are none. */
    Set<UUID> missing(Collection<UUID> ids) {
        String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        List<UUID> missing = database.list(SqlFragment.of("""
                        select n.id::uuid from unnest(?) as n (id)
                        where not exists (select 1 from erasure e where e.id = n.id::uuid)
                            and not exists (select 1 from privacy_request r where r.erasure_id = n.id::uuid
                                and r.status in ('rejected', 'withdrawn', 'expired'))""", (Object) texts), row -> row.getObject(1, UUID.class));
        return missing.stream().collect(Collectors.toSet());
    }
}
