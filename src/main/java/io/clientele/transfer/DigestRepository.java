package io.clientele.transfer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Tells whether rows that were written say something else than before: all but the moments of the last change counts. */
@ApplicationScoped
class DigestRepository {

    private static final String CUSTOMERS = """
            select c.id, md5((to_jsonb(c) - 'updated_at')::text || coalesce((
                select string_agg((to_jsonb(a) - 'updated_at')::text, ',' order by a.id)
                from customer_address a where a.customer_id = c.id), ''))
            from customer c where c.id = any(?)""";
    private static final String ADDRESSES =
            "select a.id, md5((to_jsonb(a) - 'updated_at')::text) from customer_address a where a.id = any(?)";

    private static final String ORDERS = """
            select o.external_id, md5((to_jsonb(o) - array['received_at', 'changed_at', 'stated_at', 'status_at', 'refunded_at'])::text || coalesce((
                select string_agg(to_jsonb(l)::text, ',' order by l.line)
                from sales_order_line l where l.order_id = o.id), ''))
            from sales_order o where o.external_id = any(?)""";

    private final Database database;

    @Inject
    DigestRepository(Database database) {
        this.database = database;
    }

    /** Of the things that rows of the kind are, by id: of customers with their addresses, or of addresses. */
    Map<Long, String> of(TransferKind kind, Collection<Long> ids) {
        Map<Long, String> digests = new HashMap<>();
        if (!ids.isEmpty()) {
            database.list(
                    SqlFragment.of(
                            kind == TransferKind.CUSTOMER_ADDRESS ? ADDRESSES : CUSTOMERS,
                            ids.stream().mapToLong(Long::longValue).toArray()),
                    row -> digests.put(row.getLong(1), row.getString(2)));
        }
        return digests;
    }

    /** Of orders with their lines, by their external ids. */
    Map<String, String> ofOrders(Collection<String> externalIds) {
        Map<String, String> digests = new HashMap<>();
        database.list(
                SqlFragment.of(ORDERS, (Object) externalIds.toArray(String[]::new)),
                row -> digests.put(row.getString(1), row.getString(2)));
        return digests;
    }
}
