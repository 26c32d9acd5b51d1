package io.clientele.activity;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** The statements about balances. */
@ApplicationScoped
class BalanceRepository {

    /** In the order of their keys, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select customer_id, website_id, kind, amount, as_of from balance where customer_id = any (?)
            order by customer_id, website_id, kind for no key update""";

    private static final Columns<Balance> COLUMNS = new Columns<Balance>()
            .with("customer_id", "bigint", balance -> balance.key().customerId())
            .with("website_id", "integer", balance -> balance.key().websiteId())
            .with("kind", "text", balance -> balance.key().kind())
            .with("amount", "numeric", Balance::amount)
            .with("as_of", "timestamptz", Balance::asOf);

    private static final String INSERT =
            "insert into balance (" + COLUMNS.names() + ") select " + COLUMNS.values() + " from";
    private static final String UPDATE =
            "update balance b set amount = n.amount::numeric, as_of = n.as_of::timestamptz from";
    private static final String SAME = """
            where b.customer_id = n.customer_id::bigint and b.website_id = n.website_id::integer and b.kind = n.kind""";

    private final Database database;

    @Inject
    BalanceRepository(Database database) {
        this.database = database;
    }

    /** All balances of the customers, which nobody else changes until the transaction ends. */
    List<Balance> lock(Collection<Long> customerIds) {
        return database.list(
                SqlFragment.of(LOCK, (Object)
                        customerIds.stream().mapToLong(Long::longValue).toArray()),
                row -> new Balance(
                        new Balance.Key(row.getLong(1), row.getInt(2), row.getString(3)),
                        row.getBigDecimal(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()));
    }

    /** Writes new balances. Somebody else may be faster with one of them, which fails. */
    void insert(List<Balance> balances) {
        if (!balances.isEmpty()) {
            database.run(SqlFragment.of(INSERT)
                    .then(COLUMNS.of(balances))
                    .then("order by n.customer_id::bigint, n.website_id::integer, n.kind"));
        }
    }

    /** Writes balances anew that are locked. */
    void update(List<Balance> balances) {
        if (!balances.isEmpty()) {
            database.run(SqlFragment.of(UPDATE).then(COLUMNS.of(balances)).then(SAME));
        }
    }
}
